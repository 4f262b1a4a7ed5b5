//! Starts `vaclint server` in Zed; everything else is the server's.

use zed_extension_api::settings::{CommandSettings, LspSettings};
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Vaclint;

/// The path and arguments from the settings (`lsp.vaclint.binary`), where there are any.
fn given(id: &LanguageServerId, worktree: &Worktree) -> Option<CommandSettings> {
    LspSettings::for_worktree(id.as_ref(), worktree).ok()?.binary
}

impl zed::Extension for Vaclint {
    fn new() -> Self {
        Vaclint
    }

    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let (path, arguments) = match given(id, worktree) {
            Some(binary) => (binary.path, binary.arguments),
            None => (None, None),
        };
        let command = path.or_else(|| worktree.which("vaclint")).ok_or(
            "vaclint is not on the path. Install it with: pip install 'vaclint[server]', \
             or set lsp.vaclint.binary.path",
        )?;
        Ok(Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["server".into()]),
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Vaclint);

// Starts `vaclint server` and hands texts over to it; everything else is the server's.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function commandLine() {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  const given = vscode.workspace.getConfiguration("vaclint").get("command");
  return given.map((word) => word.replaceAll("${workspaceFolder}", folder));
}

async function start() {
  const [command, ...args] = commandLine();
  const languages = vscode.workspace.getConfiguration("vaclint").get("languages");
  client = new LanguageClient("vaclint", "vaclint", { command, args }, {
    documentSelector: languages.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `vaclint: '${command}' could not be started (${error.message}). ` +
        "Install it with: pip install 'vaclint[server]', or set vaclint.command.",
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop().catch(() => {});
}

exports.activate = async (context) => {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("vaclint.restart", restart),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("vaclint") && restart(),
    ),
  );
  await start();
};

exports.deactivate = stop;

-- Near-duplicates by the sketches of texts (see vaclint.duplicates), for DuckDB and for Spark.
-- Each step is a table that later ones read, or a view; the first read given (id, language, sketch).

-- step: repeated: of rows that share an id one counts, the same one in each run
SELECT id, min({both}) AS row
FROM given
WHERE sketch IS NOT NULL AND id IN (
    SELECT id FROM given WHERE sketch IS NOT NULL GROUP BY id HAVING count(*) > 1
)
GROUP BY id

-- view: rows
SELECT given.id, given.language, given.sketch
FROM given LEFT JOIN repeated ON given.id = repeated.id
WHERE given.sketch IS NOT NULL AND given.id IS NOT NULL AND repeated.id IS NULL
UNION ALL
SELECT id, row.language AS language, row.sketch AS sketch
FROM repeated

-- step: keys: the smallest values of each sketch look for candidates
SELECT id, {unnest}({slice}(sketch, 1, {keys})) AS value
FROM rows
WHERE {size}(sketch) >= {fewest}

-- step: often: values of many texts are standing text, or what every text of a language says
SELECT value
FROM keys
GROUP BY value
HAVING count(*) > {many}

-- step: marked
SELECT keys.id, keys.value, often.value IS NULL AS own
FROM keys LEFT JOIN often ON keys.value = often.value

-- step: texts: how much of its keys is each text's own
SELECT id, count(*) AS keys, count(*) FILTER (WHERE own) AS own
FROM marked
GROUP BY id

-- step: signed: the texts to be compared by their own values, as a whole, or both ways
SELECT id, 'own' AS part
FROM texts
WHERE own >= {least_values} AND own >= keys * {own_share} / {margin}
UNION ALL
SELECT id, 'whole' AS part
FROM texts
WHERE own < {least_values} OR own < keys * {own_share} * {margin}

-- step: minima: one-permutation MinHash (Li, Owen and Zhang 2012): the smallest value in each bin
SELECT marked.id, signed.part, marked.value % {bins} AS bin, min(marked.value) AS value
FROM marked JOIN signed ON marked.id = signed.id
WHERE marked.own OR signed.part = 'whole'
GROUP BY marked.id, signed.part, marked.value % {bins}

-- step: bands: the minima of the bins of a band, as one number
SELECT minima.id, minima.part, layout.band,
    CAST(sum(minima.value) AS BIGINT) AS signature
FROM minima JOIN layout ON minima.part = layout.part AND minima.bin = layout.bin
GROUP BY minima.id, minima.part, layout.band

-- step: buckets: a signature of several texts
SELECT part, band, signature, count(*) AS texts
FROM bands
GROUP BY part, band, signature
HAVING count(*) > 1

-- step: members
SELECT bands.id, bands.part, bands.band, bands.signature, buckets.texts
FROM bands JOIN buckets
    ON bands.part = buckets.part AND bands.band = buckets.band
    AND bands.signature = buckets.signature

-- step: candidates: every two of a bucket; in a large one, each with the one before it and the first
SELECT one.id AS first, other.id AS second
FROM members AS one JOIN members AS other
    ON one.part = other.part AND one.band = other.band AND one.signature = other.signature
    AND one.texts = other.texts AND one.id < other.id
WHERE one.texts <= {guard}
UNION
SELECT before AS first, id AS second
FROM (
    SELECT id, lag(id) OVER (PARTITION BY part, band, signature ORDER BY id) AS before
    FROM members
    WHERE texts > {guard}
) AS neighbours
WHERE before IS NOT NULL
UNION
SELECT head AS first, id AS second
FROM (
    SELECT id, min(id) OVER (PARTITION BY part, band, signature) AS head
    FROM members
    WHERE texts > {guard}
) AS heads
WHERE head <> id

-- step: voted: how many keys the candidates have in common, and how many of what is their own
SELECT candidates.first, candidates.second,
    count(b.id) AS common, count(b.id) FILTER (WHERE a.own) AS own
FROM candidates
    LEFT JOIN marked AS a ON a.id = candidates.first
    LEFT JOIN marked AS b ON b.id = candidates.second AND b.value = a.value
GROUP BY candidates.first, candidates.second

-- step: likely: their keys are alike, and what is their own, or there is little of it
SELECT voted.first, voted.second
FROM voted
    JOIN texts AS a ON a.id = voted.first
    JOIN texts AS b ON b.id = voted.second
WHERE voted.common >= {keys_alike} * greatest(a.keys, b.keys) AND (
    voted.own >= {own_alike} * greatest(a.own, b.own)
    OR a.own < {least_values} OR a.own < {own_share} * a.keys
    OR b.own < {least_values} OR b.own < {own_share} * b.keys
)

-- step: sketched: the whole sketches of those alone
SELECT id, language, sketch
FROM rows
WHERE id IN (SELECT first FROM likely UNION SELECT second FROM likely)

-- step: compared
SELECT likely.first, likely.second,
    one.language = other.language AS comparable,
    {size}({intersect}(one.sketch, other.sketch)) AS common,
    {size}(one.sketch) + {size}(other.sketch) AS total
FROM likely
    JOIN sketched AS one ON one.id = likely.first
    JOIN sketched AS other ON other.id = likely.second

-- step: pairs
SELECT first, second, common / (total - common) AS similarity
FROM compared
WHERE comparable AND common / (total - common) >= {least}

-- Version 1 of a case file. Times are UTC in ISO 8601; offsets are bytes of the article's UTF-8 text.
-- What a column may hold is written with OR: for IN SQLite makes a table anew at every row.

-- Word-for-word copies of one text are one story. Copies that were shortened or edited are found when
-- a network is made of the file.
CREATE TABLE stories (
    story       INTEGER PRIMARY KEY,
    fingerprint TEXT UNIQUE -- of the text; NULL: not known
) STRICT;

CREATE TABLE articles (
    article  INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE, -- the same text of the same source
    id       TEXT NOT NULL,        -- the source's own, or the path
    language TEXT,
    title    TEXT,
    outlet   TEXT,
    url      TEXT,
    date     TEXT,
    path     TEXT,
    story    INTEGER NOT NULL REFERENCES stories,
    record   TEXT NOT NULL         -- the line of JSON that extract wrote
) STRICT;
CREATE INDEX articles_by_story ON articles (story);

-- Actors that share an id are one; name and kind are those of the article that first told of them.
CREATE TABLE actors (
    actor INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    of    INTEGER REFERENCES actors -- for whom he speaks
) STRICT;
CREATE INDEX actors_by_principal ON actors (of) WHERE of IS NOT NULL;

-- What an article calls an actor.
CREATE TABLE names (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    actor   INTEGER NOT NULL REFERENCES actors,
    name    TEXT NOT NULL,
    PRIMARY KEY (article, actor, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    claim      INTEGER PRIMARY KEY,
    article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    id         TEXT NOT NULL, -- within the article
    act        TEXT NOT NULL CHECK (act = 'accuse' OR act = 'deny' OR act = 'decline'),
    charge     TEXT,
    certainty  TEXT NOT NULL CHECK (certainty = 'suspected' OR certainty = 'alleged' OR certainty = 'asserted'),
    confidence REAL NOT NULL,
    signature  TEXT NOT NULL, -- who does what to whom in which sentence: what verdicts hold on to
    UNIQUE (article, id)
) STRICT;

-- Who accuses or denies, who stands accused, who relays it; `place` is the order.
CREATE TABLE roles (
    claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    role  TEXT NOT NULL CHECK (role = 'by' OR role = 'against' OR role = 'via'),
    place INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors,
    PRIMARY KEY (claim, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_by_actor ON roles (actor);

-- Which accusations a denial rejects.
CREATE TABLE answers (
    denial     INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    accusation INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
    PRIMARY KEY (denial, accusation)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_accusation ON answers (accusation);

-- The sentence that a claim rests on, and its place and the cue's in the article.
CREATE TABLE evidence (
    claim     INTEGER PRIMARY KEY REFERENCES claims ON DELETE CASCADE,
    text      TEXT NOT NULL,
    begins    INTEGER NOT NULL,
    ends      INTEGER NOT NULL,
    cue_begins INTEGER NOT NULL,
    cue_ends   INTEGER NOT NULL
) STRICT;

-- SELECT rowid FROM evidence_search WHERE evidence_search MATCH 'bribe OR corruption'
CREATE VIRTUAL TABLE evidence_search USING fts5 (
    text, content = 'evidence', content_rowid = 'claim', tokenize = 'unicode61 remove_diacritics 2'
);

-- What reviewers found. A verdict outlives its claim: when the article is read anew, it falls on the
-- claim that says the same in the same sentence.
CREATE TABLE verdicts (
    identity  TEXT NOT NULL, -- of the article
    signature TEXT NOT NULL, -- of the claim
    verdict   TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    note      TEXT,
    judged    TEXT NOT NULL,
    PRIMARY KEY (identity, signature)
) STRICT, WITHOUT ROWID;

CREATE VIEW judged_claims AS
    SELECT claims.claim, claims.article, claims.id, claims.act, claims.confidence,
           verdicts.verdict, verdicts.note, verdicts.judged
    FROM verdicts JOIN articles USING (identity) JOIN claims USING (article, signature);

-- Who accuses whom, in plain names, a row for each pair.
CREATE VIEW accusations AS
    SELECT claims.claim, accuser.name AS accuser, accused.name AS accused, claims.charge,
           evidence.text AS evidence, articles.outlet, articles.date, articles.url,
           EXISTS (SELECT 1 FROM answers WHERE accusation = claims.claim) AS denied,
           verdicts.verdict
    FROM claims
         JOIN articles USING (article)
         JOIN evidence USING (claim)
         JOIN roles AS whom ON whom.claim = claims.claim AND whom.role = 'against'
         JOIN actors AS accused ON accused.actor = whom.actor
         LEFT JOIN roles AS who ON who.claim = claims.claim AND who.role = 'by'
         LEFT JOIN actors AS accuser ON accuser.actor = who.actor
         LEFT JOIN verdicts USING (identity, signature)
    WHERE claims.act = 'accuse';

-- Version 2: each record once more in a form that is read fast (src/claim/record_pack.h), and the network
-- that was made of them all (src/network/kept.c).
CREATE TABLE packed_records (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    packed  BLOB NOT NULL
) STRICT;

-- How often anything changed that a network is made of: one row, counted up whoever writes.
CREATE TABLE changes (
    count INTEGER NOT NULL
) STRICT;
INSERT INTO changes VALUES (0);

-- The network of a large file, so that it need not be made again. It stands for the file as long as
-- `changes` is the count there, and for the build of jaccuse that made it. Deleting it does no harm.
CREATE TABLE kept_networks (
    made_by TEXT PRIMARY KEY,
    changes INTEGER NOT NULL,
    network BLOB NOT NULL
) STRICT;

CREATE TRIGGER record_packed AFTER INSERT ON packed_records
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER record_repacked AFTER UPDATE ON packed_records
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER record_gone AFTER DELETE ON packed_records
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER verdict_given AFTER INSERT ON verdicts
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER verdict_changed AFTER UPDATE ON verdicts
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER verdict_gone AFTER DELETE ON verdicts
    BEGIN UPDATE changes SET count = count + 1; END;

-- On these it rests which claim a verdict falls on, and what is read where a packed record is damaged.
CREATE TRIGGER article_changed AFTER UPDATE OF article, identity, record ON articles
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER claim_gone AFTER DELETE ON claims
    BEGIN UPDATE changes SET count = count + 1; END;
CREATE TRIGGER claim_changed AFTER UPDATE OF article, id, signature ON claims
    BEGIN UPDATE changes SET count = count + 1; END;

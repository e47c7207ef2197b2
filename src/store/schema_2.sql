-- Version 2: each record once more in a form that is read fast (src/claim/record_pack.h).
CREATE TABLE packed_records (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    packed  BLOB NOT NULL
) STRICT;

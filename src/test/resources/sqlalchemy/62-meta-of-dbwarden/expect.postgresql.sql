CREATE TABLE booking (
    id SERIAL NOT NULL,
    room INTEGER,
    guest VARCHAR(40),
    PRIMARY KEY (id),
    CONSTRAINT room_is_one CHECK (room > 0) NO INHERIT,
    CONSTRAINT once UNIQUE NULLS NOT DISTINCT (room) INCLUDE (guest)
);
CREATE INDEX by_guest ON booking (guest) WHERE room IS NOT NULL;
COMMENT ON TABLE booking IS 'who sleeps where';

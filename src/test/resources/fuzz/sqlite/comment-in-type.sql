CREATE TABLE pm_project (
	id I-- Crea ALLble
CREATE TAB"role" TEXT NOT NULL DEFAULT 'USER',
 NT, 
	k INTEGER, 
	l BOOLEANT,    "name" TEXT,
    "role" TE XTNOT N)
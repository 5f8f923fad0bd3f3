CREATE TABLE items (
	id SERIAL NOT NULL, 
	embedding VECTOR(3) NOT NULL, 
	title VECTOR(384) NOT NULL, 
	half HALFVEC(1536), 
	bits BIT(64), 
	sparse SPARSEVEC(1000), 
	any_size VECTOR, 
	PRIMARY KEY (id)
);

CREATE INDEX items_embedding ON items USING hnsw (embedding vector_l2_ops) WITH (m = 16, ef_construction = 64);

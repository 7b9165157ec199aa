-- The tables of the database. A comment behind a column says what stands in it; it stays in the database, where
-- .schema and the table "columns" show it. NULL is what the article does not say. Of columns that CSV or JSON have
-- too, name and meaning are the same; kinds, stances and countries are those of the JSON. Places count Unicode code
-- points of articles.text, the end exclusive, as in the JSON; lines are lines of the raw file, from 1; raw places are
-- bytes of it. What is only ever appended here: tables, columns, views.

CREATE TABLE dossier ( -- the mark of this program
  name TEXT PRIMARY KEY, -- schema, generator, version, database
  value TEXT NOT NULL -- of that name
) WITHOUT ROWID;

CREATE TABLE columns ( -- what this comment says of every column, to be read by SQL
  table_name TEXT NOT NULL, -- the table
  column_name TEXT NOT NULL, -- the column; empty for the table itself
  about TEXT NOT NULL, -- what stands in it
  PRIMARY KEY (table_name, column_name)
) WITHOUT ROWID;

CREATE TABLE articles ( -- one article a row
  article INTEGER PRIMARY KEY, -- its number in this database, which a later run keeps
  article_id TEXT NOT NULL, -- the id that its record gave, else of its text
  source TEXT NOT NULL, -- the name of its file
  member TEXT NOT NULL, -- its name in an archive or mail; empty if there is none
  copy INTEGER NOT NULL, -- 0; 1, 2 … of other articles with the same id from files of the same name
  title TEXT, -- the headline
  deck TEXT, -- the line below it
  authors TEXT, -- names, with "; " between them
  published TEXT, -- ISO 8601, perhaps only to the month or year
  updated TEXT, -- ISO 8601
  dateline TEXT, -- place, agency and date before the first sentence
  publisher TEXT, -- as the file states it
  url TEXT, -- as the file states it
  lang TEXT NOT NULL, -- BCP 47
  format TEXT NOT NULL, -- in which it was read
  media_type TEXT, -- of the file
  encoding TEXT, -- of the file
  bytes INTEGER NOT NULL, -- size of the file
  sha256 TEXT NOT NULL, -- of the file
  text TEXT NOT NULL, -- the canonical text, in which all places lie
  text_sha256 TEXT NOT NULL, -- of the text, the first 16 digits
  content_sha256 TEXT NOT NULL, -- of the canonical article; by it a later run sees that nothing changed
  UNIQUE (article_id, source, member, copy)
);

CREATE TABLE blocks ( -- paragraphs and the like: from places in the text to lines and bytes of the raw file
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, -- whose
  block_id TEXT NOT NULL, -- b1, b2 …
  kind TEXT NOT NULL, -- title, deck, byline, date, heading, paragraph, list_item, quote and so on
  paragraph INTEGER, -- the ¶ number; only in the body
  line_start INTEGER NOT NULL, -- first line of the raw file
  line_end INTEGER NOT NULL, -- last line
  char_start INTEGER NOT NULL, -- place in the text
  char_end INTEGER NOT NULL, -- its end
  raw_start INTEGER NOT NULL, -- place in the raw file, in bytes
  raw_end INTEGER NOT NULL, -- its end
  PRIMARY KEY (article, block_id)
) WITHOUT ROWID;

CREATE TABLE entities ( -- who is one across articles, by the rule of the dossier; made anew at the end of each run
  entity TEXT PRIMARY KEY, -- the same id as in graphs and FollowTheMoney of the same articles
  name TEXT NOT NULL, -- the fullest
  kind TEXT NOT NULL, -- as of actors
  country TEXT, -- the most frequent
  external_id TEXT, -- yours, from --actors
  articles INTEGER NOT NULL, -- in how many it stands
  mentions INTEGER NOT NULL -- in all of them
) WITHOUT ROWID;

CREATE TABLE actors ( -- people, bodies, groups, states and places of each article
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, -- whose
  actor_id TEXT NOT NULL, -- a1, a2 … within the article
  entity TEXT, -- who this is across articles; NULL until a run has ended
  external_id TEXT, -- yours, from --actors
  name TEXT NOT NULL, -- the fullest of the article
  kind TEXT NOT NULL, -- person, government, country, party, company and so on
  named INTEGER NOT NULL, -- 1 if by a name, 0 if by a description
  collective INTEGER NOT NULL, -- 1 if several people
  country TEXT, -- ISO 3166-1 alpha-2
  gender TEXT, -- female or male
  aliases TEXT, -- other names, with "; " between them
  role TEXT, -- the most telling of roles
  affiliation TEXT, -- the body of that role, else the country
  functions TEXT, -- speaker, holder, target, via
  mentions INTEGER NOT NULL, -- how many
  quotes INTEGER NOT NULL, -- how many are spoken
  positions INTEGER NOT NULL, -- how many are held
  note TEXT, -- an analyst's
  PRIMARY KEY (article, actor_id)
) WITHOUT ROWID;
CREATE INDEX actors_entity ON actors (entity);
CREATE INDEX actors_name ON actors (name);

CREATE TABLE mentions ( -- where the text names an actor
  article INTEGER NOT NULL, -- whose
  actor_id TEXT NOT NULL, -- of whom
  n INTEGER NOT NULL, -- 1, 2 … in the order of the text
  text TEXT NOT NULL, -- the words
  type TEXT NOT NULL, -- name, acronym, metonym, title, nominal, pronoun, adjective
  rule TEXT NOT NULL, -- what linked it
  paragraph INTEGER, -- its ¶
  line INTEGER, -- of the raw file
  char_start INTEGER NOT NULL, -- place in the text
  char_end INTEGER NOT NULL, -- its end
  PRIMARY KEY (article, actor_id, n),
  FOREIGN KEY (article, actor_id) REFERENCES actors ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE roles ( -- what the text says an actor is
  article INTEGER NOT NULL, -- whose
  actor_id TEXT NOT NULL, -- of whom
  n INTEGER NOT NULL, -- 1, 2 … of one actor
  role TEXT NOT NULL, -- the title
  organization_id TEXT, -- an actor of the article
  organization TEXT, -- its name
  status TEXT NOT NULL, -- current, former, acting, elect
  paragraph INTEGER, -- its ¶
  line INTEGER, -- of the raw file
  char_start INTEGER, -- place in the text; NULL where your list of actors gave it
  char_end INTEGER, -- its end
  PRIMARY KEY (article, actor_id, n),
  FOREIGN KEY (article, actor_id) REFERENCES actors ON DELETE CASCADE,
  FOREIGN KEY (article, organization_id) REFERENCES actors ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX roles_organization ON roles (article, organization_id);

CREATE TABLE quotes ( -- who said what
  quote_no INTEGER PRIMARY KEY, -- article * 16777216 + its number; the row of quotes_text
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, -- whose
  quote_id TEXT NOT NULL, -- q1, q2 … within the article
  quote TEXT NOT NULL, -- the words
  speaker TEXT, -- name, or the words where they stay unresolved
  speaker_id TEXT, -- an actor of the article; NULL where unresolved
  speaker_role TEXT, -- the most telling of the speaker's roles
  speaker_affiliation TEXT, -- the body of that role, else the country
  cue TEXT, -- the word that reports
  cue_lemma TEXT, -- its dictionary form
  quote_type TEXT NOT NULL, -- direct, mixed, indirect
  via TEXT, -- who carried it: "according to …"
  via_id TEXT, -- an actor of the article
  addressee TEXT, -- to whom it was said
  addressee_id TEXT, -- an actor of the article
  said TEXT, -- when, ISO 8601
  paragraph INTEGER, -- its ¶
  line_start INTEGER, -- first line of the raw file
  line_end INTEGER, -- last line
  char_start INTEGER NOT NULL, -- place in the text
  char_end INTEGER NOT NULL, -- its end
  confidence REAL NOT NULL, -- 0 to 1
  rule TEXT NOT NULL, -- what drew it
  review TEXT, -- an analyst's verdict: accepted, rejected, changed
  note TEXT, -- an analyst's
  UNIQUE (article, quote_id),
  FOREIGN KEY (article, speaker_id) REFERENCES actors (article, actor_id),
  FOREIGN KEY (article, via_id) REFERENCES actors (article, actor_id),
  FOREIGN KEY (article, addressee_id) REFERENCES actors (article, actor_id)
);
CREATE INDEX quotes_speaker ON quotes (article, speaker_id);

CREATE TABLE positions ( -- who stands where on what
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, -- whose
  position_id TEXT NOT NULL, -- p1, p2 … within the article
  holder TEXT, -- name, or the words where they stay unresolved
  holder_id TEXT, -- an actor of the article; NULL where unresolved
  speaker TEXT, -- who spoke for the holder
  speaker_id TEXT, -- an actor of the article
  stance TEXT NOT NULL, -- support, commit, assist, concede, confirm, call_for, consult, assert, doubt, deny and so on
  polarity INTEGER NOT NULL, -- 1 for, 0 neither, -1 against
  target TEXT, -- whom or what it is towards
  target_id TEXT, -- an actor of the article
  target_type TEXT NOT NULL, -- actor, issue, claim, event, unspecified
  issue TEXT, -- the matter, where it has a heading
  statement TEXT NOT NULL, -- the words that bear it out
  cue TEXT, -- the words that judge
  cue_lemma TEXT, -- their dictionary form
  negated INTEGER NOT NULL, -- 1 if the cue is negated; polarity has it in already
  hedge TEXT, -- words that weaken it
  condition TEXT, -- words under which it holds
  addressee TEXT, -- to whom it was said
  addressee_id TEXT, -- an actor of the article
  via TEXT, -- who carried it
  via_id TEXT, -- an actor of the article
  said TEXT, -- when, ISO 8601
  paragraph INTEGER, -- its ¶
  line_start INTEGER, -- first line of the raw file
  line_end INTEGER, -- last line
  char_start INTEGER, -- place of the statement in the text
  char_end INTEGER, -- its end
  confidence REAL NOT NULL, -- 0 to 1
  rule TEXT NOT NULL, -- what drew it
  review TEXT, -- an analyst's verdict: accepted, rejected, changed
  note TEXT, -- an analyst's
  PRIMARY KEY (article, position_id),
  FOREIGN KEY (article, holder_id) REFERENCES actors (article, actor_id),
  FOREIGN KEY (article, speaker_id) REFERENCES actors (article, actor_id),
  FOREIGN KEY (article, target_id) REFERENCES actors (article, actor_id),
  FOREIGN KEY (article, addressee_id) REFERENCES actors (article, actor_id),
  FOREIGN KEY (article, via_id) REFERENCES actors (article, actor_id)
) WITHOUT ROWID;
CREATE INDEX positions_holder ON positions (article, holder_id);
CREATE INDEX positions_target ON positions (article, target_id);
CREATE INDEX positions_issue ON positions (issue);

CREATE TABLE position_quotes ( -- the quotes that a position rests on
  article INTEGER NOT NULL, -- whose
  position_id TEXT NOT NULL, -- the position
  quote_id TEXT NOT NULL, -- the quote
  PRIMARY KEY (article, position_id, quote_id),
  FOREIGN KEY (article, position_id) REFERENCES positions ON DELETE CASCADE,
  FOREIGN KEY (article, quote_id) REFERENCES quotes (article, quote_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX position_quotes_quote ON position_quotes (article, quote_id);

CREATE TABLE spans ( -- the evidence: every stretch of text on which a quote or position rests
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, -- whose
  item_id TEXT NOT NULL, -- a quote_id or position_id
  part TEXT NOT NULL, -- quote, statement, speaker, holder, target, cue, hedge, condition, via, addressee
  n INTEGER NOT NULL, -- 1, 2 … where a part is in several stretches
  line_start INTEGER, -- first line of the raw file
  line_end INTEGER, -- last line
  char_start INTEGER NOT NULL, -- place in the text
  char_end INTEGER NOT NULL, -- its end
  PRIMARY KEY (article, item_id, part, n)
) WITHOUT ROWID;

CREATE TABLE notes ( -- what was guessed or left out in reading the article
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, -- whose
  n INTEGER NOT NULL, -- 1, 2 …
  code TEXT NOT NULL, -- of a closed list
  severity TEXT NOT NULL, -- info, warning
  message TEXT NOT NULL, -- for people
  char_start INTEGER, -- place in the text, if it has one
  char_end INTEGER, -- its end
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- Full text: SELECT … FROM quotes_text WHERE quotes_text MATCH 'ferry AND law'. The rowid is articles.article and
-- quotes.quote_no. The words stand in those tables only. A run enters what it adds; triggers follow whatever is
-- deleted or changed.
CREATE VIRTUAL TABLE articles_text USING fts5(title, deck, text, content='articles', content_rowid='article', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quotes_text USING fts5(quote, speaker, content='quotes', content_rowid='quote_no', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER articles_out AFTER DELETE ON articles BEGIN
  INSERT INTO articles_text (articles_text, rowid, title, deck, text) VALUES ('delete', old.article, old.title, old.deck, old.text);
END;
CREATE TRIGGER articles_new AFTER UPDATE OF title, deck, text ON articles BEGIN
  INSERT INTO articles_text (articles_text, rowid, title, deck, text) VALUES ('delete', old.article, old.title, old.deck, old.text);
  INSERT INTO articles_text (rowid, title, deck, text) VALUES (new.article, new.title, new.deck, new.text);
END;
CREATE TRIGGER quotes_out AFTER DELETE ON quotes BEGIN
  INSERT INTO quotes_text (quotes_text, rowid, quote, speaker) VALUES ('delete', old.quote_no, old.quote, old.speaker);
END;
CREATE TRIGGER quotes_new AFTER UPDATE OF quote, speaker ON quotes BEGIN
  INSERT INTO quotes_text (quotes_text, rowid, quote, speaker) VALUES ('delete', old.quote_no, old.quote, old.speaker);
  INSERT INTO quotes_text (rowid, quote, speaker) VALUES (new.quote_no, new.quote, new.speaker);
END;

-- quote_list is the CSV of quotes: its columns in its order, without what an analyst rejected.
CREATE VIEW quote_list AS
SELECT a.article_id, q.quote_id, q.quote, q.speaker, q.speaker_id, q.speaker_role, q.speaker_affiliation, q.cue, q.quote_type,
  q.via, q.addressee, q.said, q.paragraph, q.line_start, q.line_end, q.char_start, q.char_end, q.confidence, q.rule,
  a.published AS date, a.source, a.url, a.title, a.lang
FROM quotes q JOIN articles a USING (article)
WHERE q.review IS NOT 'rejected';

-- position_list is every position with its article and who its holder and target are across articles.
CREATE VIEW position_list AS
SELECT a.article, a.article_id, a.source, a.published AS date, a.title, p.position_id, p.holder, h.entity AS holder_entity, h.kind AS holder_kind,
  h.country AS holder_country, p.stance, p.polarity, p.target, t.entity AS target_entity, p.target_type, p.issue, p.statement,
  p.condition, p.paragraph, p.line_start, p.line_end, p.char_start, p.char_end, p.confidence, p.rule
FROM positions p JOIN articles a USING (article)
LEFT JOIN actors h ON h.article = p.article AND h.actor_id = p.holder_id
LEFT JOIN actors t ON t.article = p.article AND t.actor_id = p.target_id
WHERE p.review IS NOT 'rejected';

-- stance_list sums them over articles: who stands how towards whom or what, and how often.
CREATE VIEW stance_list AS
SELECT coalesce(h.name, p.holder) AS holder, coalesce(t.name, p.issue, p.target) AS target, p.stance, p.polarity,
  count(*) AS positions, count(DISTINCT p.article) AS articles, min(p.date) AS first, max(p.date) AS last
FROM position_list p
LEFT JOIN entities h ON h.entity = p.holder_entity
LEFT JOIN entities t ON t.entity = p.target_entity
WHERE p.holder IS NOT NULL
GROUP BY coalesce(p.holder_entity, p.holder), coalesce(p.target_entity, p.issue, p.target), p.stance;

package export

import (
	"database/sql"
	"strings"

	"dossier/article"
)

// resolve settles who is one across all articles of the database, by the rule of
// cast, and gives entities their ids: those that graphs and FollowTheMoney of the
// same articles have. It keeps what tells actors apart, and no article.
func (d *database) resolve() error {
	return d.atomic(func() error {
		r, err := d.readCast()
		if err != nil {
			return err
		}
		list, numbers := r.cast.entities()
		for i, n := range numbers {
			at := r.rows[i]
			if at.entity == list[n].id {
				continue
			}
			if err := d.exec("UPDATE actors SET entity=? WHERE article=? AND actor_id=?", list[n].id, at.article, r.cast.local[i]); err != nil {
				return err
			}
		}
		if err := d.twins(r.twins); err != nil {
			return err
		}
		if err := d.exec("DELETE FROM entities"); err != nil {
			return err
		}
		for i := range list {
			e := &list[i]
			if err := d.exec("INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?)", e.id, e.name, string(e.kind), null(e.country), null(e.external),
				len(e.articles), e.total); err != nil {
				return err
			}
		}
		return nil
	})
}

// castReader is the cast of a database.
type castReader struct {
	cast  entityCast
	rows  []castRow // as in the cast
	twins [][2]int64
}

// castRow is where an actor of the cast stands.
type castRow struct {
	article int64
	entity  string // as it was
}

// readCast enters the actors of all articles in their order. The same article in
// two files, or in two copies of one, is one; its twins are listed.
func (d *database) readCast() (*castReader, error) {
	r := &castReader{}
	numbers, firsts := map[int64]int{}, map[string]int64{}
	var number int64
	var id, text string
	err := d.each("SELECT article, article_id, text_sha256 FROM articles ORDER BY article", func() error {
		key := keyOf(id, text)
		if first, ok := firsts[key]; ok {
			r.twins = append(r.twins, [2]int64{number, first})
			return nil
		}
		firsts[key], numbers[number] = number, len(r.cast.articles)
		r.cast.articles = append(r.cast.articles, key)
		return nil
	}, &number, &id, &text)
	if err != nil {
		return nil, err
	}
	var actor, name, kind string
	var external, country, role, roles, entity sql.NullString
	var named bool
	var mentions int
	err = d.each(castQuery, func() error {
		n, ok := numbers[number]
		if !ok {
			return nil // a twin's
		}
		r.cast.local = append(r.cast.local, actor)
		r.rows = append(r.rows, castRow{number, entity.String})
		r.cast.cast.enter(n, mentions, identity{
			name: oneLine(name), kind: article.ActorKind(kind), country: country.String, external: external.String,
			named: named, title: role.String, roles: rolesOf(roles.String),
		})
		return nil
	}, &number, &actor, &external, &name, &kind, &named, &country, &role, &mentions, &entity, &roles)
	return r, err
}

// castQuery reads the actors with the roles of each, in the order of the articles
// and of their ids, a2 before a10. Characters that separate and nothing else stand
// between roles, and between title and body.
const castQuery = `SELECT article, actor_id, external_id, name, kind, named, country, role, mentions, entity,
	(SELECT group_concat(role || char(31) || coalesce(organization, ''), char(30)) FROM roles r WHERE r.article = a.article AND r.actor_id = a.actor_id)
	FROM actors a ORDER BY article, length(actor_id), actor_id`

// rolesOf are the words of the roles of an actor, as cast compares them.
func rolesOf(list string) []string {
	var keys []string
	for role := range strings.SplitSeq(list, "\x1e") {
		title, organization, _ := strings.Cut(role, "\x1f")
		keys = append(keys, roleKeys(title)...)
		if organization != "" {
			keys = append(keys, nameKey(organization))
		}
	}
	return keys
}

// twins gives the actors of an article that stands in the database twice the
// entities of the first.
func (d *database) twins(list [][2]int64) error {
	for _, pair := range list {
		if err := d.exec("UPDATE actors SET entity=(SELECT entity FROM actors x WHERE x.article=? AND x.actor_id=actors.actor_id) WHERE article=?",
			pair[1], pair[0]); err != nil {
			return err
		}
	}
	return nil
}

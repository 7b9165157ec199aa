package dom

import "golang.org/x/net/html/atom"

// What a tag closes, after the standard's "in body" and "in table" rules.

// implied closes what a start tag ends without an end tag.
func (p *parser) implied(tag atom.Atom, at int) {
	switch tag {
	case atom.Li:
		p.closeItem(at, atom.Li, atom.Li)
	case atom.Dd, atom.Dt:
		p.closeItem(at, atom.Dd, atom.Dt)
	case atom.Option, atom.Optgroup:
		p.closeIn(atom.Option, at, atom.Select)
	case atom.Button, atom.A:
		p.closeInline(tag, at)
	case atom.Td, atom.Th:
		p.closeCell(at)
	case atom.Tr:
		p.closeIn(atom.Tr, at, atom.Table)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		p.closeIn(atom.Tbody, at, atom.Table)
		p.closeIn(atom.Thead, at, atom.Table)
		p.closeIn(atom.Tfoot, at, atom.Table)
	}
	if endsParagraph(tag) {
		p.closeParagraph(at)
	}
	if heading(tag) && heading(p.t.Nodes[p.top()].Tag) {
		p.pop(at)
	}
}

// end reads an end tag. One that closes nothing is left out.
func (p *parser) end(tag atom.Atom, name []byte, from, to int) {
	switch {
	case tag == atom.Html || tag == atom.Body || void(tag):
		return // what follows them belongs to the body all the same
	case tag == atom.P:
		if p.closeParagraph(from) {
			p.reach(to)
		}
		return
	case tag == 0:
		p.endUnknown(string(name), from, to)
		return
	case !p.open1(tag) && !heading(tag):
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		x := p.t.Nodes[p.stack[i]].Tag
		if x == tag || heading(tag) && heading(x) {
			p.cut(i, from)
			p.reach(to)
			return
		}
		if fence(x, tag) {
			return
		}
	}
}

// reach lets the element closed last end after its end tag.
func (p *parser) reach(to int) {
	if last := p.t.Nodes[p.top()].Last; last != None {
		p.t.Nodes[last].End = int32(to)
	}
}

// cut closes the open elements from stack index i on.
func (p *parser) cut(i, at int) {
	for len(p.stack) > i {
		p.pop(at)
	}
}

// endUnknown closes an element that HTML does not know by its name.
func (p *parser) endUnknown(name string, from, to int) {
	if p.names[name] <= 0 {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		n := p.stack[i]
		if x := p.t.Nodes[n].Tag; x == 0 && p.t.Name(n) == name {
			p.cut(i, from)
			p.reach(to)
			return
		} else if cellLike(x) {
			return
		}
	}
}

// fence reports an open element that the end tag does not reach through.
func fence(x, tag atom.Atom) bool {
	switch {
	case tableTag(tag):
		return x == atom.Table
	case x == atom.Table || cellLike(x) || x == atom.Object || x == atom.Template:
		return true
	case tag == atom.Li:
		return x == atom.Ul || x == atom.Ol
	case Inline(tag):
		return x != 0 && !Inline(x)
	}
	return false
}

func cellLike(x atom.Atom) bool { return x == atom.Td || x == atom.Th || x == atom.Caption }

func tableTag(x atom.Atom) bool {
	switch x {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}

// closeParagraph closes the open paragraph, unless a cell or the like stands
// between.
func (p *parser) closeParagraph(at int) bool {
	if !p.open1(atom.P) {
		return false
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		switch x := p.t.Nodes[p.stack[i]].Tag; {
		case x == atom.P:
			p.cut(i, at)
			return true
		case x == atom.Table || cellLike(x) || x == atom.Button || x == atom.Object || x == atom.Template:
			return false
		}
	}
	return false
}

// closeItem closes the open item of the list around.
func (p *parser) closeItem(at int, a, b atom.Atom) {
	if !p.open1(a) && !p.open1(b) {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		switch x := p.t.Nodes[p.stack[i]].Tag; {
		case x == a || x == b:
			p.cut(i, at)
			return
		case x != 0 && !Inline(x) && x != atom.Address && x != atom.Div && x != atom.P:
			return
		}
	}
}

// closeIn closes the open element of that tag inside the nearest around.
func (p *parser) closeIn(tag atom.Atom, at int, around atom.Atom) {
	if !p.open1(tag) {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		switch p.t.Nodes[p.stack[i]].Tag {
		case tag:
			p.cut(i, at)
			return
		case around:
			return
		}
	}
}

// closeCell closes the open cell of the table around.
func (p *parser) closeCell(at int) {
	for i := len(p.stack) - 1; i > 0; i-- {
		switch p.t.Nodes[p.stack[i]].Tag {
		case atom.Td, atom.Th:
			p.cut(i, at)
			return
		case atom.Table, atom.Tr:
			return
		}
	}
}

// closeInline closes an open link before the next one, inside its block.
func (p *parser) closeInline(tag atom.Atom, at int) {
	if !p.open1(tag) {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		x := p.t.Nodes[p.stack[i]].Tag
		if x == tag {
			p.cut(i, at)
			return
		}
		if x != 0 && !Inline(x) {
			return
		}
	}
}

// inHead reports elements that leave the head open.
func inHead(tag atom.Atom) bool {
	switch tag {
	case atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Base, atom.Noscript, atom.Template, atom.Head:
		return true
	}
	return false
}

// void reports elements without content.
func void(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Keygen, atom.Frame:
		return true
	}
	return false
}

func heading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// endsParagraph reports elements that a paragraph cannot hold.
func endsParagraph(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog,
		atom.Dir, atom.Div, atom.Dl, atom.Dd, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.Header, atom.Hgroup, atom.Hr, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P,
		atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Ul, atom.Search,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// Inline reports elements that stand inside a line of text.
func Inline(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data,
		atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q,
		atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong,
		atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Img, atom.Picture, atom.Svg:
		return true
	}
	return false
}

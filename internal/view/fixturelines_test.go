package view

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

const (
	lead  = "All ferries of Sund Bay stay in port until their hulls are inspected, Transport Minister Ana Ruiz said on Friday, a day after the Halvia ran aground."
	owe   = `"No ferry leaves this harbour until every hull has been looked at. We owe that to the people on board," Ruiz told the harbour council, Radio Sund reported.`
	hurt  = "At least 14 people were hurt, the Sund hospital said."
	ruizI = "nruiz"
	beckI = "nbeck"
)

func harbourLines(t testing.TB) []byte {
	m := &maker{t: t, arts: map[string]*stemma.Article{}}
	lake, coast, thread := m.capture("lakepost.txt"), m.capture("coastdaily.txt"), m.capture("thread.txt")
	faro, voz, gulls := m.capture("faro.txt"), m.capture("voz.txt"), m.capture("gulls.html")
	sat := func() *stemma.Date { return dayOf("2024-05-04", "printed") }

	a1 := m.article(lake, "main", stemma.Article{Kind: "article", Outlet: "The Lake Post", Credits: []string{"Norda"}, Place: "Port Ellis",
		Title: "Minister keeps ferries in port after the Halvia runs aground", Published: sat()}, lead, owe, hurt,
		`Ruiz met harbour master Tomas Beck in Port Ellis on Friday. Beck said his office had "warned the owners twice" about the lights on the reef.`)
	a2 := m.article(coast, "main", stemma.Article{Kind: "article", Outlet: "Coast Daily", Title: "Ferries to stay in port", Published: sat()},
		lead, strings.ReplaceAll(owe, "harbour", "harbor"), hurt)
	p1 := m.article(thread, "1", stemma.Article{Kind: "post", Author: "tidewatcher", Number: 1, Published: dayOf("2024-05-05", "printed")},
		"From the Bay Courier:", "No ferries before hulls are checked, says Ruiz", lead,
		`"No ferry leaves this harbour until every hull has been looked at," Ruiz told the harbour council, Radio Sund reported.`)
	a3 := m.article(thread, "1/1", stemma.Article{Kind: "article", Within: stemma.Ref(p1.ID), Outlet: "Bay Courier", Title: "No ferries before hulls are checked, says Ruiz"},
		lead, `"No ferry leaves this harbour until every hull has been looked at," Ruiz told the harbour council, Radio Sund reported.`)
	p1.Holds = []stemma.Held{{Article: a3.ID, Span: stemma.Span{Start: p1.Paragraphs[2].Start, End: len(p1.Text)}}}
	p2 := m.article(thread, "2", stemma.Article{Kind: "post", Author: "gull", Number: 2, Published: dayOf("2024-05-05", "printed")},
		"They should have looked years ago. I have seen those hulls.")
	a4 := m.article(faro, "main", stemma.Article{Kind: "article", Outlet: "El Faro de Sund", Title: "Port closed after accident", TranslatedFrom: "es",
		Published: dayOf("2024-05-04", "year settled by sibling pages"), Notices: []string{"This text was translated automatically from Spanish."}},
		`The port of Sund Bay is closed to ferries. "No ship will sail from this port before each hull is examined," Minister Ruiz told reporters, according to the Kestrel agency.`,
		"The coast guard counted 11 injured. Harbour master Tomas Beck denied that the lights on the reef were out.",
		`"We owe it to the passengers," she added.`, "The owners may face a fine in June.")
	a5 := m.article(voz, "main", stemma.Article{Kind: "article", Lang: "es", Outlet: "La Voz de la Bahía", Title: "Los transbordadores no salen"},
		"Los transbordadores de la bahía siguen en puerto desde el viernes, dijo la ministra Ana Ruiz.")
	a6 := hostileArticle(m, gulls)
	for _, a := range []*stemma.Article{a1, a2, p1, a3, p2, a4, a5, a6} {
		m.add("article", a.ID, *a)
	}
	m.harbourSayings(a1, a2, a3, a4)
	m.harbourEvents(a1, a2, a3, a4)
	m.harbourJoined(a1, a2, a3, a4, a5, a6)
	m.add("skip", "scan.bin", stemma.NewSkip("scan.bin", "read", "it is not text: 3 of its first 100 bytes are zero"))
	return m.write()
}

// hostileArticle is read out of HTML: its bytes are not those of the page.
func hostileArticle(m *maker, c *stemma.Capture) *stemma.Article {
	a := m.article(c, "main", stemma.Article{Kind: "article", Title: `Gulls & gales <script>alert("title")</script>`, Outlet: `"><img src=x onerror=alert(5)>`})
	body, _ := os.ReadFile(filepath.Join(harbour, c.Page))
	at := 0
	for _, p := range [][2]string{{"The keeper wrote ", ""}, {"<", "&lt;"}, {"script", ""}, {">", "&gt;"}, {"alert(1)", ""}, {"<", "&lt;"}, {"/script", ""},
		{">", "&gt;"}, {" on the board.", ""}, {"\n\n", "-"}, {`"Beware of the `, ""}, {"gulls", ""}, {`," the keeper said.`, ""}} {
		raw := p[1]
		if raw == "" {
			raw = p[0]
		}
		s := stemma.Span{Start: len(a.Text), End: len(a.Text) + len(p[0])}
		a.Text += p[0]
		if p[1] == "-" {
			continue
		}
		i := strings.Index(string(body[at:]), raw)
		if i < 0 {
			m.t.Fatalf("%q not in the page", raw)
		}
		a.Source = append(a.Source, stemma.Source{Span: s, Range: stemma.Range{Start: at + i, End: at + i + len(raw)}})
		at += i + len(raw)
	}
	cut := strings.Index(a.Text, "\n\n")
	a.Paragraphs = []stemma.Span{{Start: 0, End: cut}, {Start: cut + 2, End: len(a.Text)}}
	q := m.quote(a, "Beware of the gulls,", stemma.Direct, "said", "", "the keeper", nil, hop("the keeper", "read"), hop(a.Outlet, "credit"))
	m.saying("", "the keeper", nil, []stemma.SayingPart{{Text: q.Text, Quotes: []stemma.Wording{{Quote: q.ID, Same: "verbatim"}}}}, q)
	return a
}

func (m *maker) harbourSayings(a1, a2, a3, a4 *stemma.Article) {
	fri := func() *stemma.Date { return dayOf("2024-05-03", "weekday before the article's date") }
	const whole = "No ferry leaves this harbour until every hull has been looked at. We owe that to the people on board,"
	q1 := m.quote(a1, whole, stemma.Direct, "said", ruizI, "Ruiz", fri(), hop("Ana Ruiz", "read"), hop("Radio Sund", "read"), hop("Norda", "credit"), hop("The Lake Post", "credit"))
	q2 := m.quote(a2, strings.ReplaceAll(whole, "harbour", "harbor"), stemma.Direct, "said", ruizI, "Ruiz", fri(), hop("Ana Ruiz", "read"), hop("Radio Sund", "read"), hop("Norda", "copy"), hop("Coast Daily", "credit"))
	q3 := m.quote(a3, "No ferry leaves this harbour until every hull has been looked at,", stemma.Direct, "said", ruizI, "Ruiz", fri(), hop("Ana Ruiz", "read"), hop("Radio Sund", "read"), hop("Norda", "copy"), hop("Bay Courier", "credit"), hop("tidewatcher", "credit"))
	q4 := m.quote(a4, "No ship will sail from this port before each hull is examined,", stemma.Direct, "said", ruizI, "Minister Ruiz", fri(), hop("Minister Ruiz", "read"), hop("Kestrel", "read"), hop("El Faro de Sund", "credit"))
	q5 := m.quote(a4, "We owe it to the passengers,", stemma.Direct, "said", ruizI, "she", fri(), hop("Minister Ruiz", "read"), hop("Kestrel", "inherited"), hop("El Faro de Sund", "credit"))
	q1.AddresseeText, q2.AddresseeText, q3.AddresseeText = "the harbour council", "the harbor council", "the harbour council"
	id := m.saying(ruizI, "Ana Ruiz", fri(), []stemma.SayingPart{
		{Text: "No ferry leaves this harbour until every hull has been looked at.", Quotes: []stemma.Wording{{Quote: q1.ID, Same: "verbatim"}, {Quote: q2.ID, Same: "verbatim"}, {Quote: q3.ID, Same: "trimmed"}, {Quote: q4.ID, Same: "translation"}}},
		{Text: "We owe that to the people on board,", Quotes: []stemma.Wording{{Quote: q1.ID, Same: "verbatim"}, {Quote: q2.ID, Same: "verbatim"}, {Quote: q5.ID, Same: "translation"}}},
	}, q1, q2, q3, q4, q5)
	src := func(name string, facts ...string) stemma.StandingSource {
		return stemma.StandingSource{Name: name, Kind: "agency", Facts: facts, Why: []string{"named in the same sentence"}}
	}
	same := []stemma.SourcePair{{A: "Kestrel", B: "Radio Sund", Relation: "not-shown", Why: []string{"both may have heard the same words of Ana Ruiz: one voice in two ears"}}}
	m.standing(stemma.Standing{Of: id, URLs: 4, Publishers: 4, Families: 2, Sources: []stemma.StandingSource{src("Kestrel"), src("Radio Sund", "owned by the state")},
		Pairs: same, Independent: 1, PublisherIDs: []string{"Bay Courier", "Coast Daily", "El Faro de Sund", "The Lake Post"}})
	one := 1
	m.standing(stemma.Standing{Of: id, Part: &one, URLs: 3, Publishers: 3, Families: 2, Sources: []stemma.StandingSource{src("Kestrel"), src("Radio Sund", "owned by the state")},
		Pairs: same, Independent: 1, PublisherIDs: []string{"Coast Daily", "El Faro de Sund", "The Lake Post"}})

	b1 := m.quote(a1, `his office had "warned the owners twice"`, stemma.Mixed, "said", beckI, "Beck", nil, hop("Tomas Beck", "read"), hop("Norda", "credit"), hop("The Lake Post", "credit"))
	m.saying(beckI, "Tomas Beck", nil, []stemma.SayingPart{{Text: b1.Text, Quotes: []stemma.Wording{{Quote: b1.ID, Same: "verbatim"}}}}, b1)
	b2 := m.quote(a4, "the lights on the reef were out", stemma.Indirect, "denied", beckI, "Harbour master Tomas Beck", nil, hop("Tomas Beck", "read"), hop("El Faro de Sund", "credit"))
	m.saying(beckI, "Tomas Beck", nil, []stemma.SayingPart{{Text: b2.Text, Quotes: []stemma.Wording{{Quote: b2.ID, Same: "paraphrase"}}}}, b2)
}

func (m *maker) harbourEvents(a1, a2, a3, a4 *stemma.Article) {
	thu := func() *stemma.Date { return dayOf("2024-05-02", "a day before Friday of the article's week") }
	halvia := []string{"nhalvia"}
	aground := []*stemma.Telling{}
	for _, a := range []*stemma.Article{a1, a2, a3} {
		aground = append(aground, m.telling(a, "the Halvia ran aground", "COERCE", "happened", "Sund Bay", thu(), halvia, nil))
	}
	e1 := m.event(stemma.Event{ActorNames: []string{"Halvia"}, Place: "Sund Bay", Date: thu(), Status: "happened"}, aground...)
	m.standing(stemma.Standing{Of: e1, URLs: 3, Publishers: 3, Families: 1, Sources: []stemma.StandingSource{{Name: "Norda", Kind: "agency", Facts: nil, Why: []string{"credit of The Lake Post"}}}, Independent: 1})
	met := m.telling(a1, "Ruiz met harbour master Tomas Beck in Port Ellis on Friday.", "CONSULT", "happened", "Port Ellis", dayOf("2024-05-03", "weekday before the article's date"), []string{ruizI}, []string{beckI})
	e2 := m.event(stemma.Event{ActorNames: []string{"Ana Ruiz"}, RecipientNames: []string{"Tomas Beck"}, Place: "Port Ellis", Date: met.Date, Status: "happened",
		Contradictions: []stemma.Contradiction{{About: "place", Sides: []stemma.Variant{{Value: "Port Ellis", Tellings: []string{met.ID}}, {Value: "not said", Tellings: nil}}}}}, met)
	m.standing(stemma.Standing{Of: e2, URLs: 1, Publishers: 1, Families: 1, Sources: []stemma.StandingSource{{Name: "Norda", Kind: "agency", Why: []string{"credit of The Lake Post"}}}, Independent: 1})
	at := func(words string) *stemma.Span { s := m.span(a1, words); return &s }
	all := stemma.EventMentions{Type: "event_mentions", ID: "o" + a1.ID[1:], Article: a1.ID, Derived: by("mention", "hand"), Mentions: []stemma.EventMention{
		{Span: *at("ran"), Lemma: "run", Part: "verb", Tense: "past", Polarity: "positive", Who: at("Halvia"), Sure: 0.9},
		{Span: *at("met"), Lemma: "meet", Part: "verb", Tense: "past", Polarity: "positive", Who: at("Ruiz"), Whom: at("Tomas Beck"), When: at("on Friday"), Telling: met.ID, Sure: 0.9},
	}}
	m.add("event_mentions", all.ID, all)
	fine := m.telling(a4, "The owners may face a fine in June.", "SANCTION", "planned", "", monthOf("2024-06"), nil, nil)
	m.event(stemma.Event{RecipientNames: []string{"the owners"}, Date: fine.Date, Status: "planned"}, fine)

	v14, v11 := 14.0, 11.0
	var ids []string
	for _, a := range []*stemma.Article{a1, a2} {
		ids = append(ids, m.figure(a, "At least 14 people were hurt", stemma.Figure{What: "people hurt", Measure: "injured", Value: &v14, Low: &v14, Bound: "at least", AccordingTo: "the Sund hospital",
			Chain: []stemma.Hop{hop("the Sund hospital", "read"), hop(a.Outlet, "credit")}, Event: stemma.Ref(e1)}))
	}
	for _, id := range ids {
		m.standing(stemma.Standing{Of: id, URLs: 2, Publishers: 2, Families: 1, Sources: []stemma.StandingSource{{Name: "the Sund hospital", Kind: "body", Why: []string{"named in the same sentence"}}}, Independent: 1})
	}
	m.figure(a4, "The coast guard counted 11 injured", stemma.Figure{What: "people hurt", Measure: "injured", Value: &v11, AccordingTo: "the coast guard"})
}

func (m *maker) harbourJoined(a1, a2, a3, a4, a5, a6 *stemma.Article) {
	ids := []string{a1.ID, a2.ID, a3.ID}
	node := func(a *stemma.Article) stemma.FamilyNode {
		return stemma.FamilyNode{ID: a.ID, Article: stemma.Ref(a.ID), Name: a.Outlet}
	}
	head := stemma.FamilyNode{ID: "agency:norda", Name: "Norda"}
	f := stemma.Family{Type: "family", ID: stemma.JoinedID(stemma.FamilyID, ids), Articles: sorted(ids), Writer: "Norda", Nodes: []stemma.FamilyNode{head, node(a1), node(a2), node(a3)},
		Edges: []stemma.FamilyEdge{{Child: a1.ID, Parent: head.ID, Why: []string{"credits Norda"}, Sure: 0.9}, {Child: a2.ID, Parent: head.ID, Why: []string{"the same text as one that credits Norda", "\"harbor\" for \"harbour\""}, Sure: 0.8},
			{Child: a3.ID, Parent: head.ID, Why: []string{"shares its first two paragraphs with The Lake Post"}, Sure: 0.4}}, Derived: by("reuse", "hand")}
	m.add("family", f.ID, f)
	for _, a := range []*stemma.Article{a4, a5, a6} {
		id := stemma.JoinedID(stemma.FamilyID, []string{a.ID})
		m.add("family", id, stemma.Family{Type: "family", ID: id, Articles: []string{a.ID}, Nodes: []stemma.FamilyNode{node(a)}, Derived: by("reuse", "hand")})
	}
	k := stemma.ID(stemma.CopyID, a1.ID, a2.ID)
	m.add("copy", k, stemma.Copy{Type: "copy", ID: k, A: stemma.CopySide{Article: a1.ID, Spans: []stemma.Span{a1.Paragraphs[0], a1.Paragraphs[2]}}, B: stemma.CopySide{Article: a2.ID, Spans: []stemma.Span{a2.Paragraphs[0], a2.Paragraphs[2]}},
		Direction: "unknown", Same: 0.97, SameA: 0.68, Relation: "part", Why: []string{"the same day", "no credit tells which came first"}, Derived: by("reuse", "hand")})
	for _, s := range []stemma.Story{
		{Title: "Minister keeps ferries in port after the Halvia runs aground", Articles: sorted([]string{a1.ID, a2.ID, a3.ID, a4.ID, a5.ID}), From: dayOf("2024-05-04", "printed"), Until: dayOf("2024-05-05", "printed")},
		{Title: a6.Title, Articles: []string{a6.ID}}} {
		s.Type, s.ID, s.Derived = "story", stemma.JoinedID(stemma.StoryID, s.Articles), by("story", "hand")
		m.add("story", s.ID, s)
	}
	entity := func(id, name, kind string, also []string, cites []stemma.Cite, roles ...stemma.Role) {
		m.add("entity", id, stemma.Entity{Type: "entity", ID: id, Name: name, Kind: kind, Also: also, Cites: cites, Roles: roles, Derived: by("entity", "hand")})
	}
	entity(ruizI, "Ana Ruiz", "person", []string{"Minister Ruiz", "Ruiz", "Transport Minister Ana Ruiz"}, []stemma.Cite{a1.Cite(m.span(a1, "Ana Ruiz")), a2.Cite(m.span(a2, "Ana Ruiz")), a3.Cite(m.span(a3, "Ana Ruiz")), a4.Cite(m.span(a4, "Minister Ruiz"))},
		stemma.Role{Role: "transport minister", Cites: []stemma.Cite{a1.Cite(m.span(a1, "Transport Minister Ana Ruiz"))}})
	entity(beckI, "Tomas Beck", "person", []string{"Beck"}, []stemma.Cite{a1.Cite(m.span(a1, "Tomas Beck")), a4.Cite(m.span(a4, "Tomas Beck"))},
		stemma.Role{Role: "harbour master", Cites: []stemma.Cite{a1.Cite(m.span(a1, "harbour master Tomas Beck"))}})
	entity("nhalvia", "Halvia", "", nil, []stemma.Cite{a1.Cite(m.span(a1, "Halvia"))})
	entity("agency:norda", "Norda", "organisation", nil, nil)
}

func sorted(ids []string) []string {
	out := append([]string(nil), ids...)
	for i := range out {
		for j := i + 1; j < len(out); j++ {
			if out[j] < out[i] {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}

// TestHarbour holds the committed lines against the hand that makes them. A
// field that the vocabulary has got since they were written is no difference.
func TestHarbour(t *testing.T) {
	path := filepath.Join(harbour, "record.jsonl")
	want := string(harbourLines(t))
	if *update {
		golden(t, path, want)
		return
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	have, made := strings.Split(string(b), "\n"), strings.Split(want, "\n")
	if len(have) != len(made) {
		t.Fatalf("%d lines are committed, %d made", len(have), len(made))
	}
	for i := range have {
		var x, y map[string]any
		if have[i] == "" {
			continue
		}
		if json.Unmarshal([]byte(have[i]), &x) != nil || json.Unmarshal([]byte(made[i]), &y) != nil {
			t.Fatalf("line %d is not JSON", i+1)
		}
		for k, v := range x {
			if !reflect.DeepEqual(v, y[k]) {
				t.Errorf("line %d, %s: %v is committed, %v made", i+1, k, v, y[k])
			}
		}
	}
}

package origin

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stemma-news/stemma"
)

var update = flag.Bool("update", false, "rewrite the ladders of testdata")

// TestCases holds the ladder of each case in testdata. A case is a txtar
// archive: its comment says what it is about; "scene" lists articles,
// families, entities and strikes; "told" where the item is told, each with the
// hops its words name; "allows" is the most independent sources the case
// allows; "ladder" is the answer.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 40 {
		t.Errorf("%d cases, want 40", len(files))
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var c caseScene
			var want *txtar.File
			allows := 0
			for i := range ar.Files {
				f := &ar.Files[i]
				switch f.Name {
				case "scene":
					c.read(string(f.Data))
				case "told":
					c.told(string(f.Data))
				case "allows":
					allows, _ = strconv.Atoi(strings.TrimSpace(string(f.Data)))
				case "ladder":
					want = f
				}
			}
			s := c.stand()
			if s.Independent > allows {
				t.Errorf("%d independent sources where the case allows %d", s.Independent, allows)
			}
			got := ladder(s)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want.Data) {
				t.Errorf("%sgot:\n%swant:\n%s", ar.Comment, got, want.Data)
			}
		})
	}
}

// caseScene is a case as it is read.
type caseScene struct {
	articles []*stemma.Article
	sc       *stemma.Scene
	families []stemma.Family
	entities map[string]*stemma.Entity
	strikes  []stemma.Correction
	item     string
	items    Items
}

// read reads lines of fields parted by " | ": "article a1 | outlet X | credit
// Y | page p | text words", "family f1 | a1 a2 | writer Y", "entity e1 | Ana
// Ruiz | person | country NOR | role minister of Norland", "strike Y".
func (c *caseScene) read(s string) {
	c.entities = map[string]*stemma.Entity{}
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		f := strings.Split(line, " | ")
		kind, id, _ := strings.Cut(f[0], " ")
		switch kind {
		case "article", "post":
			a := &stemma.Article{ID: id, Capture: id, Kind: kind, Lang: "en"}
			for _, x := range f[1:] {
				k, v, _ := strings.Cut(x, " ")
				switch k {
				case "outlet":
					a.Outlet = v
				case "credit":
					a.Credits = append(a.Credits, v)
				case "page":
					a.Capture = v
				case "text":
					a.Text = v
				case "author":
					a.Author = v
				case "within":
					a.Within = stemma.Ref(v)
				case "lang":
					a.Lang = v
				}
			}
			c.articles = append(c.articles, a)
		case "family":
			fam := stemma.Family{ID: id, Articles: strings.Fields(f[1])}
			for _, x := range f[2:] {
				fam.Writer = strings.TrimPrefix(x, "writer ")
			}
			c.families = append(c.families, fam)
		case "entity":
			e := &stemma.Entity{ID: id, Name: f[1], Kind: f[2]}
			for _, x := range f[3:] {
				k, v, _ := strings.Cut(x, " ")
				if k == "country" {
					e.Country = v
				} else {
					role, of, _ := strings.Cut(v, " of ")
					e.Roles = append(e.Roles, stemma.Role{Role: role, Of: of})
				}
			}
			c.entities[id] = e
		case "strike":
			c.strikes = append(c.strikes, stemma.Correction{Verb: "strike", Operands: []stemma.Operand{{Of: "source", Exact: id}}})
		}
	}
}

// told reads "event ACTORS / COUNTRIES", "saying" or "figure WHAT VALUE", then
// a line for each place: "a1 | Ana Ruiz | RIA", "a2 denied | the ministry".
func (c *caseScene) told(s string) {
	c.sc = stemma.NewScene(c.articles)
	c.sc.Families, c.sc.Entities, c.sc.Corrections = c.families, c.entities, c.strikes
	var story stemma.Story
	story.ID = "y1"
	for _, a := range c.articles {
		story.Articles = append(story.Articles, a.ID)
	}
	c.sc.Stories = []stemma.Story{story}
	lines := strings.Split(strings.TrimSpace(s), "\n")
	kind, rest, _ := strings.Cut(lines[0], " ")
	c.item = kind
	e := stemma.Event{ID: "item"}
	part := stemma.SayingPart{}
	actors, countries, _ := strings.Cut(rest, " / ")
	e.Actors, e.Countries = strings.Fields(actors), strings.Fields(countries)
	for i, line := range lines[1:] {
		f := strings.Split(line, " | ")
		article, status, _ := strings.Cut(f[0], " ")
		var chain []stemma.Hop
		for _, who := range f[1:] {
			h := stemma.Hop{Who: who, How: stemma.HowRead}
			for id, en := range c.entities {
				if en.Name == who || strings.HasSuffix(who, en.Name) {
					h.Entity = stemma.Ref(id)
				}
			}
			chain = append(chain, h)
		}
		chain = Completer(c.sc)(article, chain, 0)
		id := "t" + strconv.Itoa(i)
		cites := []stemma.Cite{{Article: article, Spans: []stemma.Span{{Start: 0, End: 1}}}}
		switch kind {
		case "event":
			e.Tellings = append(e.Tellings, id)
			c.items.Tellings = append(c.items.Tellings, stemma.Telling{ID: id, Article: article, Status: status, Chain: chain, Cites: cites})
		case "saying":
			part.Quotes = append(part.Quotes, stemma.Wording{Quote: id})
			c.items.Quotes = append(c.items.Quotes, stemma.Quote{ID: id, Article: article, Chain: chain})
		case "figure":
			what, value, _ := strings.Cut(rest, " ")
			if status != "" {
				value = status
			}
			v, _ := strconv.ParseFloat(value, 64)
			if i == 0 {
				id = "item"
			}
			c.items.Figures = append(c.items.Figures, stemma.Figure{ID: id, Article: article, Storyline: "y1", Measure: what, Value: &v, Chain: chain, Cites: cites})
		}
	}
	switch kind {
	case "event":
		c.items.Events = []stemma.Event{e}
	case "saying":
		c.items.Sayings = []stemma.Saying{{ID: "item", Parts: []stemma.SayingPart{part}}}
	}
}

func (c *caseScene) stand() stemma.Standing {
	for _, s := range Stand(c.sc, c.items) {
		if s.Of == "item" && s.Part == nil {
			return s
		}
	}
	return stemma.Standing{}
}

func ladder(s stemma.Standing) string {
	var b strings.Builder
	fmt.Fprintf(&b, "urls %d, publishers %d, families %d\n", s.URLs, s.Publishers, s.Families)
	for _, x := range s.Sources {
		fmt.Fprintf(&b, "source %s: %s", x.Name, x.Kind)
		for _, f := range x.Facts {
			fmt.Fprintf(&b, "; %s", f)
		}
		fmt.Fprintf(&b, " <- %s\n", strings.Join(x.Why, "; "))
	}
	fmt.Fprintf(&b, "first-hand: %s\n", strings.Join(s.FirstHand, ", "))
	for _, p := range s.Pairs {
		fmt.Fprintf(&b, "pair %s + %s: %s, %s\n", p.A, p.B, p.Relation, strings.Join(p.Why, "; "))
	}
	fmt.Fprintf(&b, "independent %d\n", s.Independent)
	return b.String()
}

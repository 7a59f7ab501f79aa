package origin

import (
	"fmt"
	"strings"

	"github.com/stemma-news/stemma"
)

// world is what standings need of a scene.
type world struct {
	sc          *stemma.Scene
	family      map[string]string                 // article -> smallest family
	outlets     map[string]bool                   // of the articles, by key
	struck      map[string]bool                   // sources a person struck, by key
	reporters   map[string]string                 // what reporterIn said, by article and place
	speaks      map[*stemma.Article][]stemma.Span // reporterWords, once asked for
	read        int
	notAnalysed int
}

func newWorld(sc *stemma.Scene) *world {
	w := &world{sc: sc, family: map[string]string{}, outlets: map[string]bool{}, struck: map[string]bool{}, reporters: map[string]string{}, speaks: map[*stemma.Article][]stemma.Span{}}
	for i := range sc.Families {
		smallest(w.family, sc.Families[i].Articles, sc.Families[i].ID)
	}
	for _, c := range sc.Corrections {
		if c.Verb != "strike" {
			continue
		}
		for _, o := range c.Operands {
			if o.Of == "source" {
				w.struck[Key(o.Exact)] = true
			}
		}
	}
	for _, a := range sc.Articles {
		if a.Outlet != "" {
			w.outlets[Key(a.Outlet)] = true
		}
		if a.Kind != stemma.KindArticle {
			continue
		}
		w.read++
		if !english(a.Lang) {
			w.notAnalysed++
		}
	}
	return w
}

func smallest(of map[string]string, articles []string, id string) {
	for _, a := range articles {
		if old, ok := of[a]; !ok || id < old {
			of[a] = id
		}
	}
}

func english(lang string) bool {
	l, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return l == "" || l == "en" || l == "und"
}

// figureKeys are what two figures share that are one claim: the number and its
// measure, within one storyline or one family of texts.
func (w *world) figureKeys(g *stemma.Figure) []string {
	n := strings.ToLower(g.Words)
	for _, v := range []*float64{g.Value, g.Low, g.High} {
		n += " "
		if v != nil {
			n += fmt.Sprint(*v)
		}
	}
	n += " " + g.Measure + " " + g.Unit
	var out []string
	if g.Storyline != "" {
		out = append(out, string(g.Storyline)+n)
	}
	if f := w.family[g.Article]; f != "" {
		out = append(out, f+n)
	}
	if len(out) == 0 {
		out = append(out, g.Article+n)
	}
	return out
}

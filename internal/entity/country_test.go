package entity

import (
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

func joinParsed(texts ...string) map[string]stemma.Entity {
	var arts []*stemma.Article
	ms := map[string][]stemma.Mention{}
	for i, s := range texts {
		a := article(string(rune('a'+i)), s)
		arts = append(arts, a)
		ms[a.ID] = Find(a, lang.Analyse(s, nil))
	}
	sc := stemma.NewScene(arts)
	out := map[string]stemma.Entity{}
	for _, e := range Join(sc, ms) {
		out[e.Name] = e
	}
	return out
}

func TestCountries(t *testing.T) {
	for _, c := range []struct{ text, name, country string }{
		{"The Peruvian shipping company Sol Lines has closed. Sol Lines has not said why.", "Sol Lines", "PER"},
		{"The captain, Juan Quispe, a Peruvian, was freed in Malta.", "Juan Quispe", "PER"},
		{"Kenyan police stopped the ship and held its captain, Juan Quispe, on Friday.", "Juan Quispe", ""},
		{"It was seized in the Dutch port of Maasdorp on Monday.", "Maasdorp", "NLD"},
		{"An FBI agent, Ana Ruiz, wrote that it was so.", "Ana Ruiz", "USA"},
		{"The Dutch police looked on in Rotterdam.", "Rotterdam", "NLD"},
		{"They looked on in Rotterdam.", "Rotterdam", ""},
		{"Peru votes on Sunday. In Peru the roads are bad. Voters in Peru are tired, the Election Commission said.", "Election Commission", "PER"},
		{"Peru votes on Sunday. In Chile the roads are bad. Voters in Peru are tired, the Election Commission said.", "Election Commission", ""},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, said resident Ana Ruiz.", "Ana Ruiz", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, even in the village of Sorra.", "Sorra", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, out to the Coral Sea.", "Coral Sea", ""},
		{"They looked on in Peru. The mayor of Kumasi, Ana Ruiz, did so in Ghana.", "Ana Ruiz", "GHA"},
		{"They looked on in Ghana. The envoy in Kumasi, Ana Ruiz, did so.", "Ana Ruiz", ""},
		{"Voters in Georgia and Alabama are tired. It rained in Georgia.", "Georgia", ""},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, said analyst Ana Ruiz.", "Ana Ruiz", ""},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, said the chief observer of the European Union, Ana Ruiz.", "Ana Ruiz", ""},
		{"Peru votes. In Peru the roads are bad. Voters in Chile are tired, said resident Ana Ruiz.", "Ana Ruiz", ""},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, the Lakes Teaching Hospital said.", "Lakes Teaching Hospital", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, but Ana Ruiz was arrested there.", "Ana Ruiz", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, said Ana Ruiz, 41, on Monday.", "Ana Ruiz", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, wrote Ana Ruiz.", "Ana Ruiz", ""},
		{"Juan Quispe, a Peruvian, was freed in Malta. His wife, Ana Ruiz, met him.", "Ana Ruiz", "PER"},
		{"A fair was held in Gujarat. India had not seen its like.", "Gujarat", "IND"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, the state broadcaster SLK said.", "SLK", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, the Arequipa Weekly said.", "Arequipa Weekly", "PER"},
		{"Peru votes. In Peru the roads are bad. Voters in Peru are tired, said the lawyers Ana Ruiz and Bernard Varo.", "Bernard Varo", "PER"},
		{"Sen. Juan Quispe spoke. Republicans left. Sen. Ana Ruiz and the Republicans came back, as Democrats and other Democrats had asked.", "Ana Ruiz", "USA"},
	} {
		if e, ok := joinParsed(c.text)[c.name]; !ok || e.Country != c.country {
			t.Errorf("%s: %s is of %q, want %q (found: %v)", c.text, c.name, e.Country, c.country, ok)
		}
	}
}

// TestStoryHome: a page that names two countries is about the one of its dossier.
func TestStoryHome(t *testing.T) {
	same := "The Lindero Herders' League met the Sorra Water Board. "
	e := joinParsed(
		same+"Peru was dry. Farmers in Peru and towns in Peru had no water. Peru is dry.",
		same+"Peru asked Chile for water. In Peru a magistrate, Ana Ruiz, looked on.")
	if got := e["Ana Ruiz"].Country; got != "PER" {
		t.Errorf("a magistrate of the story is of %q", got)
	}
}

// TestDateline: the office is of the country that the page is dated from.
func TestDateline(t *testing.T) {
	for _, c := range []struct{ place, country string }{{"LIMA", "PER"}, {"Accra", "GHA"}, {"", ""}} {
		a := article("a", "Police in Peru looked on in Chile. Prime Minister Ana Ruiz said so.")
		a.Place = c.place
		sc := stemma.NewScene([]*stemma.Article{a})
		Join(sc, map[string][]stemma.Mention{"a": Find(a, lang.Analyse(a.Text, nil))})
		for _, e := range sc.Entities {
			if e.Name == "Ana Ruiz" && e.Country != c.country {
				t.Errorf("dated %q: she is of %q, want %q", c.place, e.Country, c.country)
			}
		}
	}
}

func TestPrinted(t *testing.T) {
	for _, c := range []struct{ text, name, also string }{
		{"The number was that of Ana Ruiz, a district officer who retired in 2023.", "Ana Ruiz", "a district officer"},
		{"The memo was signed by the dam's chief engineer, Juan Quispe, and leaked.", "Juan Quispe", "the dam's chief engineer"},
		{"It was so, said Ana Ruiz, Norda's chief executive.", "Ana Ruiz", "Norda's chief executive"},
		{"She told state broadcaster RXTV that it was over.", "RXTV", "state broadcaster RXTV"},
		{"The votes of the Verde Sol (Green Sun) party were counted. The party said so.", "Verde Sol", "The party"},
		{"Nobody told his wife, Ana Ruiz, of it.", "Ana Ruiz", "his wife"},
		{"The Sorra river rose. Along the Sorra, near the village, the Sorra river is wide.", "Sorra river", "Sorra"},
		{"They saw Ana King on Friday. Nobody thought that King would leave.", "Ana King", "King"},
		{"They asked city public relations manager Ana Ruiz about it.", "Ana Ruiz", "city public relations manager"},
		{"He spoke. \u201cYes.\u201d FHZ general secretary Ana Ruiz nodded.", "Ana Ruiz", "FHZ general secretary"},
		{"The president of the Lakes Union (LU), Ana Ruiz, was held.", "Ana Ruiz", "The president of the Lakes Union (LU)"},
		{"Lima County District Attorney Ana Ruiz said so.", "Ana Ruiz", "Lima County District Attorney"},
		{"It was up to White House Counsel Juan Quispe to say so.", "Juan Quispe", "White House Counsel"},
		{"They asked station master Ana Ruiz about it.", "Ana Ruiz", "station master Ana Ruiz"},
		{"The commander of the fleet, Adm. Ana Ruiz, was held.", "Ana Ruiz", "The commander of the fleet"},
		{"Water and Sanitation Minister Ana Ruiz said so.", "Ana Ruiz", "Water and Sanitation Minister"},
	} {
		if e := joinParsed(c.text)[c.name]; !slices.Contains(e.Also, c.also) {
			t.Errorf("%s: %s is also %s, want %q", c.text, c.name, strings.Join(e.Also, " | "), c.also)
		}
	}
}

func TestClock(t *testing.T) {
	es := joinParsed("It began on Friday at 9:30 PM EDT. Ana Ruiz came at 10 PM. PM Juan Quispe did not.")
	for n := range es {
		if n != "Ana Ruiz" && n != "Juan Quispe" {
			t.Errorf("%s is somebody or something", n)
		}
	}
}

func TestRespelled(t *testing.T) {
	es := joinParsed("The minister, Yahya Wuld Salim, said so in Peru.", "The minister, Yahia Wuld Salem, said so in Peru.", "President Ana B. Ruizlopez said so.", "President Ana C. Ruizlopez said so.")
	if len(es) == 0 {
		t.Fatal("nobody")
	}
	if _, ok := es["Ana C. Ruizlopez"]; !ok {
		t.Error("Ana B. and Ana C. are one")
	}
}

// TestOneSurname holds that long surnames one letter apart are one person's in a story,
// where no page has both.
func TestOneSurname(t *testing.T) {
	for _, c := range []struct {
		texts []string
		one   bool
	}{
		{[]string{"Coach Marko Velkojevski spoke in Lima on Friday.", "Mr. Marko Velkojeski left on Friday."}, true},
		{[]string{"Coach Marko Velkojevski spoke in Lima on Friday.", "Mr. Mirko Velkojeski left on Friday."}, false},
		{[]string{"Coach Marko Velkojevski and Mr. Marko Velkojeski spoke in Lima."}, false},
	} {
		_, es := join(c.texts...)
		n := 0
		for _, e := range es {
			if strings.Contains(e.Name, "arko Velkoj") || strings.Contains(e.Name, "irko Velkoj") {
				n++
			}
		}
		if (n == 1) != c.one {
			t.Errorf("%q: %d persons", c.texts, n)
		}
	}
}

// TestAround: what stands before or behind a name is no part of it.
func TestAround(t *testing.T) {
	es := joinParsed("It was the work of Lima-based Sol Holdings, the Railway Signal Workers' Union said. Nobody asked Ana Maria Ruiz QC about it.")
	for _, n := range []string{"Sol Holdings", "Railway Signal Workers' Union", "Ana Maria Ruiz"} {
		if _, ok := es[n]; !ok {
			t.Errorf("no %s", n)
		}
	}
}

// TestAgency: an office of state named last, where no other body is near.
func TestAgency(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Interior Department sent people. It rained. The agency said so.", "Interior Department"},
		{"The Interior Department and the Lakes Commission sent people. The agency said so.", ""},
		{"The Football Association of Zambia was asked. It rained. The agency said so.", ""},
	} {
		sc, _ := join(c.text)
		if got := of(sc, "a", "The agency"); got != c.want {
			t.Errorf("%q: the agency is %q, want %q", c.text, got, c.want)
		}
	}
	sc, _ := join("The Football Association of Zambia (FAZ) was asked by the Lakes Association. The Zambian association was silent. FAZ left.")
	for _, w := range []string{"The Zambian association", "FAZ"} {
		if got := of(sc, "a", w); got != "Football Association of Zambia" {
			t.Errorf("%s is %q", w, got)
		}
	}
}

func TestMinistries(t *testing.T) {
	es := joinParsed("The Ghanaian foreign ministry said so. The Ghanaian defence ministry denied it.", "The interior ministry in Accra was silent on Friday.")
	for _, n := range []string{"Ghanaian foreign ministry", "Ghanaian defence ministry", "Ghanaian interior ministry"} {
		if es[n].Country != "GHA" {
			t.Errorf("no %s", n)
		}
	}
}

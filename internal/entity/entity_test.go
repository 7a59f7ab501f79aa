package entity

import (
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

func TestTables(t *testing.T) {
	for name, s := range map[string]string{"countries": countriesText, "titles": titlesText, "rolenouns": roleNounsText, "orgwords": orgWordsText, "commonwords": commonText, "nicknames": nicknamesText, "bodies": bodiesText, "givennames": givenText, "epithets": epithetsText, "companynouns": companyNounsText, "nationalbodies": nationalText, "towns": townsText} {
		lines := strings.Split(strings.TrimSpace(s), "\n")
		if !slices.IsSorted(lines) {
			t.Errorf("%s.txt is not sorted", name)
		}
		if len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s.txt holds a line twice", name)
		}
	}
	if CountryName("MMR") != "Myanmar" {
		t.Error("no name of MMR")
	}
}

func article(id, text string) *stemma.Article {
	return &stemma.Article{ID: id, Capture: "c" + id, Text: text,
		Source: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(text)}, Range: stemma.Range{Start: 0, End: len(text)}}}}
}

// join runs both stages over texts of one story.
func join(texts ...string) (*stemma.Scene, []stemma.Entity) {
	var arts []*stemma.Article
	story := stemma.Story{ID: "y"}
	ms := map[string][]stemma.Mention{}
	for i, s := range texts {
		a := article(string(rune('a'+i)), s)
		arts = append(arts, a)
		story.Articles = append(story.Articles, a.ID)
		ms[a.ID] = Find(a, &lang.Document{Text: s})
	}
	sc := stemma.NewScene(arts)
	sc.Stories = []stemma.Story{story}
	return sc, Join(sc, ms)
}

// of is the name of the last entity that the last place of words names.
func of(sc *stemma.Scene, id, words string) string {
	i := strings.LastIndex(sc.ByID[id].Text, words)
	name := ""
	for _, l := range sc.Links.In(id, stemma.Span{Start: i, End: i + len(words)}) {
		name = sc.Entities[l.Entity].Name
	}
	return name
}

// idOf is the id of the last entity that the last place of words names.
func idOf(sc *stemma.Scene, id, words string) string {
	i := strings.LastIndex(sc.ByID[id].Text, words)
	e := ""
	for _, l := range sc.Links.In(id, stemma.Span{Start: i, End: i + len(words)}) {
		e = l.Entity
	}
	return e
}

func TestJoin(t *testing.T) {
	sc, _ := join(
		"Ghana's Defence Minister Kwesi Sergei Amoah met rebel leader General Thura Aung Zaw in Accra on Monday. Amoah said the talks went well. The rebel leader thanked him. \"We agree,\" the Ghanaian defence minister said. The Ghanaian Defence Ministry gave no details. The ministry said more talks would follow. Daw Aung Zaw Hla Myint, once a minister, stayed away.",
		"Zaw flew to Accra to see Defence Minister Kwesi Sergey Amoah, the Ghanaian Defense Ministry said. General Thura Aung Zawn left on Tuesday.",
	)
	for _, c := range []struct{ id, words, want string }{
		{"a", "Amoah said", "Kwesi Sergei Amoah"},
		{"a", "The rebel leader", "Thura Aung Zaw"},
		{"a", "the Ghanaian defence minister", "Kwesi Sergei Amoah"},
		{"a", "The ministry", "Ghanaian Defence Ministry"},
		{"a", "Aung Zaw Hla Myint", "Aung Zaw Hla Myint"},
		{"b", "Zaw flew", "Thura Aung Zaw"},
		{"b", "Kwesi Sergey Amoah", "Kwesi Sergei Amoah"},
		{"b", "Thura Aung Zawn", "Thura Aung Zaw"},
		{"b", "Ghanaian Defense Ministry", "Ghanaian Defence Ministry"},
	} {
		if got := of(sc, c.id, c.words); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.id, c.words, got, c.want)
		}
	}
}

// A name without its last words is joined only where something else speaks
// for it.
// TestLed holds that what has a chief executive is a body, and that the name
// before the office is not his.
func TestLed(t *testing.T) {
	sc, _ := join("Quellon CEO Ana Ruiz resigned on Monday. Quellon said she would be missed.", "Quellon said it had no plans.")
	for _, id := range []string{"a", "b"} {
		for _, l := range sc.Links.In(id, stemma.Span{Start: strings.Index(sc.ByID[id].Text, "Quellon said"), End: strings.Index(sc.ByID[id].Text, "Quellon said") + 7}) {
			if e := sc.Entities[l.Entity]; e.Name != "Quellon" || e.Kind != stemma.Organisation {
				t.Errorf("Quellon of %s is %s, %s", id, e.Name, e.Kind)
			}
		}
	}
	if got := of(sc, "a", "she"); got != "" && got != "Ana Ruiz" {
		t.Errorf("she is %q", got)
	}
	if got := of(sc, "a", "Ana Ruiz"); got != "Ana Ruiz" {
		t.Errorf("the chief is %q", got)
	}
}

func TestTrimmed(t *testing.T) {
	sc, _ := join(
		"Peru's Interior Minister Rosa Quiñones Paz met union leader Juan Vargas Luna in Lima on Monday. Vargas spoke first, said his brother Pedro Vargas Luna. Ana María Sosa Ruiz, 41, sang.",
		"Interior Minister Rosa Quinones said little. Union leader Juan Vargas was in Lima too. Ana María, 12, is her daughter. The musician Pedro Vargas, 70, from Spain, said he was no relation.",
	)
	for _, c := range []struct{ id, words, want string }{
		{"b", "Rosa Quinones", "Rosa Quiñones Paz"},
		{"b", "Juan Vargas", "Juan Vargas Luna"},
		{"b", "Pedro Vargas", "Pedro Vargas"},
		{"b", "Ana María", "Ana María"},
	} {
		if got := of(sc, c.id, c.words); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.id, c.words, got, c.want)
		}
	}
}

// Two of one surname: told apart by role, by who was named last, and by what
// tells a man from a woman; a title before a name may follow what it is of.
func TestSurnames(t *testing.T) {
	sc, _ := join(
		"The mayor of San Roque, Berta Solís, asked for help on Monday. Solís had not slept. The fire chief, Mario Solís, said more dead would be found. Solís gave no number.",
		"Mario Solís, the fire chief, went home. Solís, the mayor, stayed.",
		"Southern President Davit Beridze flew home on Monday. Nino Beridze, the president's daughter, stayed. President Beridze was tired. Nino Beridze met King Otar Lomsa. She was not tired. KAVTI stood empty, and in Kavti no bus ran. We saw Ana \"Doc\" Lomidze leave. Minister of Health Eka Kobia smiled.",
	)
	for _, c := range []struct{ id, words, want string }{
		{"a", "Solís had", "Berta Solís"},
		{"a", "Solís gave", "Mario Solís"},
		{"b", "Solís, the mayor", "Berta Solís"},
		{"c", "Davit Beridze", "Davit Beridze"},
		{"c", "Nino Beridze", "Nino Beridze"},
		{"c", "President Beridze was", "Davit Beridze"},
		{"c", "She was", "Nino Beridze"},
		{"c", "Lomidze", "Ana Lomidze"},
		{"c", "Eka Kobia", "Eka Kobia"},
	} {
		if got := of(sc, c.id, c.words); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.id, c.words, got, c.want)
		}
	}
}

// One person's name with and without what may be left out of it; and names that
// are alike and of two.
func TestAlike(t *testing.T) {
	texts := []string{
		"Tax Minister Rosa B. Quispe met Ambassador Adel al-Masri in Lima on Monday. The Kavti Trade World Organization was there, said Pedro Luna Jr.",
		"Rosa Quispe left Lima. The envoy Adel Masri stayed. The KTWO was late. Pedro Luna and Pedro Luna Jr. sang. Bob is not here.",
		"Justice Department lawyers spoke. The Department of Justice gave no names. WHAT QUISPE WANTS is a question, said Rosa Quispe. Mr. Luna left.",
		"Judge Ana C. Torres met Mayor Ana D. Torres in Lima. So said Ana Torres.",
	}
	sc, _ := join(texts...)
	for _, c := range []struct{ id, words, want string }{
		{"b", "Rosa Quispe", "Rosa Quispe"},
		{"a", "Rosa B. Quispe", "Rosa Quispe"},
		{"b", "Adel Masri", "Adel al-Masri"},
		{"b", "KTWO", "Kavti Trade World Organization"},
		{"b", "Pedro Luna Jr.", "Pedro Luna Jr."},
		{"c", "Department of Justice", "Department of Justice"},
		{"c", "Justice Department", "Department of Justice"},
		{"d", "Ana C. Torres", "Ana C. Torres"},
		{"d", "Ana D. Torres", "Ana D. Torres"},
	} {
		if got := of(sc, c.id, c.words); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.id, c.words, got, c.want)
		}
	}
	if of(sc, "b", "Pedro Luna and") == of(sc, "b", "Pedro Luna Jr.") {
		t.Error("father and son are joined")
	}
}

// A surname alone is the one most articles mean, but no woman is "Mr.".
func TestCommonly(t *testing.T) {
	texts := []string{"First Lady Ana Quispe smiled. Mr. Quispe did not.", "Quispe left."}
	for range 7 {
		texts = append(texts, "President Juan Quispe spoke.")
	}
	sc, _ := join(texts...)
	for _, c := range []struct{ id, words, want string }{
		{"a", "Mr. Quispe", "Juan Quispe"},
		{"b", "Quispe left", "Juan Quispe"},
	} {
		if got := of(sc, c.id, c.words); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.id, c.words, got, c.want)
		}
	}
}

// A person's decision joins what the rules leave apart, and parts what they
// join; the last decision of the two stands.
func TestCorrect(t *testing.T) {
	texts := []string{
		"Captain Juan Vargas Luna spoke in Lima on Monday.",
		"General Juancho Vargas was in Lima too.",
	}
	run := func(cs ...stemma.Correction) *stemma.Scene {
		var arts []*stemma.Article
		ms := map[string][]stemma.Mention{}
		story := stemma.Story{ID: "y"}
		for i, s := range texts {
			a := article(string(rune('a'+i)), s)
			arts = append(arts, a)
			story.Articles = append(story.Articles, a.ID)
			ms[a.ID] = Find(a, &lang.Document{Text: s})
		}
		sc := stemma.NewScene(arts)
		sc.Stories, sc.Corrections = []stemma.Story{story}, cs
		Join(sc, ms)
		return sc
	}
	operand := func(id, words string, text string) stemma.Operand {
		i := strings.Index(text, words)
		return stemma.Operand{Capture: "c" + id, Spans: []stemma.Range{{Start: i, End: i + len(words)}}}
	}
	a, b := operand("a", "Juan Vargas Luna", texts[0]), operand("b", "Juancho Vargas", texts[1])
	if sc := run(); of(sc, "a", "Juan Vargas Luna") == of(sc, "b", "Juancho Vargas") {
		t.Fatal("joined without a decision")
	}
	join := stemma.Correction{Verb: "join", Operands: []stemma.Operand{a, b}}
	if sc := run(join); of(sc, "a", "Juan Vargas Luna") != of(sc, "b", "Juancho Vargas") {
		t.Error("a decision to join is not kept")
	}
	part := stemma.Correction{Verb: "part", Operands: []stemma.Operand{a, b}}
	if sc := run(join, part); of(sc, "a", "Juan Vargas Luna") == of(sc, "b", "Juancho Vargas") {
		t.Error("a decision to part is not kept")
	}
}

// FuzzFind: every mention's cite holds, and joining them makes whole entities.
func FuzzFind(f *testing.F) {
	f.Add("The head of X, Ana Ruiz (AR), of Ghana's Army's said. \xff Gen. \n\n A")
	f.Fuzz(func(t *testing.T, s string) {
		a := article("a", s)
		ms := Find(a, &lang.Document{Text: s})
		for _, m := range ms {
			if err := m.Cite.Check(a); err != nil {
				t.Fatal(err)
			}
		}
		sc := stemma.NewScene([]*stemma.Article{a})
		for _, e := range Join(sc, map[string][]stemma.Mention{"a": ms}) {
			if e.Name == "" || e.Kind == "" {
				t.Fatalf("entity without a name or kind: %+v", e)
			}
		}
	})
}

package entity

import (
	"slices"
	"testing"

	"github.com/stemma-news/stemma"
)

// TestBodies: bodies whose names go on behind an apostrophe, "and", "on" and a comma.
func TestBodies(t *testing.T) {
	e := joinParsed("The Peruvian Attorney-General's Office (PAO) met the People's Renewal Congress and the Disaster and Emergency Management Authority in Lima. "+
		"The Chief Public Prosecutor's Office of Lindero wrote to the Commission on Human Rights and the Ministry of Health, Labour and Welfare. "+
		"The Supreme Court sat, and the Court said no.",
		"The Minister of Water, Energy and Sanitation Ana Ruiz met Energy and Natural Resources Minister Kofi Addo.")
	for _, n := range []string{"Peruvian Attorney-General's Office", "People's Renewal Congress", "Disaster and Emergency Management Authority", "Chief Public Prosecutor's Office of Lindero", "Commission on Human Rights", "Ministry of Health, Labour and Welfare", "Supreme Court"} {
		if e[n].Kind != stemma.Organisation {
			t.Errorf("%s is a %q", n, e[n].Kind)
		}
	}
	for _, n := range []string{"Court", "Office", "People"} {
		if _, ok := e[n]; ok {
			t.Errorf("%s is a name", n)
		}
	}
	for n, role := range map[string]string{"Ana Ruiz": "Minister of Water, Energy and Sanitation", "Kofi Addo": "Energy and Natural Resources Minister"} {
		if r := e[n].Roles; len(r) != 1 || r[0].Role != role {
			t.Errorf("%s is %v, want %s", n, r, role)
		}
	}
}

// TestLists: what a list says of each of its members.
func TestLists(t *testing.T) {
	e := joinParsed("The Peruvian citizens Ana Ruiz, Juan Quispe and Kofi Addo were freed. The state lent to three companies, namely Proluz, Enamar (Lakes Shipping Company) and Marnes. " +
		"He thanked Chilean President Rosa Diaz, Foreign Minister Pedro Soto and Defense Minister Luis Paz. The judge heard lawyer Berta Tamm, her client Bernard Varo and a driver.")
	for n, code := range map[string]string{"Ana Ruiz": "PER", "Kofi Addo": "PER", "Pedro Soto": "CHL", "Luis Paz": "CHL"} {
		if e[n].Country != code {
			t.Errorf("%s is of %q, want %s", n, e[n].Country, code)
		}
	}
	for _, n := range []string{"Proluz", "Marnes", "Lakes Shipping Company"} {
		if e[n].Kind != stemma.Organisation {
			t.Errorf("%s is a %q", n, e[n].Kind)
		}
	}
	if !slices.Contains(e["Lakes Shipping Company"].Also, "Enamar") {
		t.Errorf("the company is also %q", e["Lakes Shipping Company"].Also)
	}
	if r := e["Berta Tamm"].Roles; len(r) != 1 || r[0].Role != "lawyer" {
		t.Errorf("a lawyer beside her client is %v", r)
	}
}

// TestShips: ships are none of the three kinds, also where no noun stands beside them.
func TestShips(t *testing.T) {
	e := joinParsed("The ferry Queen of the North sank, police said. The Queen of the North was old. Marines boarded the MV Ana Ruiz off Sorra island. The Ana Ruiz was old too. Queen Berta of Peru wept on King Road.")
	for _, n := range []string{"Queen of the North", "Ana Ruiz"} {
		if x, ok := e[n]; !ok || x.Kind != "" || len(x.Cites) != 2 {
			t.Errorf("%s: %v, a %q in %d places", n, ok, x.Kind, len(x.Cites))
		}
	}
	if e["King Road"].Kind != stemma.Place || e["Queen Berta"].Kind != stemma.Person {
		t.Error("a road or a queen is not what it is")
	}
}

// TestGivenApart: one letter of a long given name makes no two persons of a story.
func TestGivenApart(t *testing.T) {
	sc, _ := join("Fredrick Quispe, a driver, left. Quispe was tired.", "The defendant Frederick Quispe was jailed.")
	if idOf(sc, "a", "Fredrick Quispe") != idOf(sc, "b", "Frederick Quispe") {
		t.Error("Fredrick and Frederick are two")
	}
}

// TestSaidIn: a spokesman of a state speaks in its capital.
func TestSaidIn(t *testing.T) {
	e := joinParsed("\"Peru is a sovereign state,\" foreign ministry spokesperson Berta Tamm said in Accra.")
	if c := e["Berta Tamm"].Country; c != "GHA" {
		t.Errorf("the spokesperson is of %q", c)
	}
}

// TestAuthors: who wrote is a person too, what wrote is none.
func TestAuthors(t *testing.T) {
	a := article("a", "Ana Ruiz was in Lima.")
	a.Outlet = "Lima Post"
	for i, c := range [][2]string{{"byline", "By Kofi Addo and Ana Ruiz"}, {"byline", "Staff Reporter"}, {"byline", "Lima Post"}, {"notice", "(Reporting by Berta Tamm in Lima and Juan Quispe; Editing by Luis Paz)"}} {
		a.Candidates = append(a.Candidates, stemma.Candidate{Field: c[0], Value: c[1], Chosen: true, Range: stemma.Range{Start: i, End: i + 1}})
	}
	sc := stemma.NewScene([]*stemma.Article{a})
	got := map[string]int{}
	for _, e := range Join(sc, map[string][]stemma.Mention{"a": {{ID: "m", Name: "Ana Ruiz", Kind: stemma.Person, Cite: a.Cite(stemma.Span{Start: 0, End: 8})}}}) {
		got[e.Name] = len(e.Cites)
	}
	for _, n := range []string{"Kofi Addo", "Berta Tamm", "Juan Quispe", "Luis Paz"} {
		if got[n] != 1 {
			t.Errorf("%s is cited %d times", n, got[n])
		}
	}
	if got["Ana Ruiz"] != 2 || len(got) != 5 {
		t.Errorf("names are %v", got)
	}
}

// TestOfficials: of a list of officials each has the office that stands before the name.
func TestOfficials(t *testing.T) {
	e := joinParsed("Present were Commander of the Navy, Vice Admiral Kofi Addo, Chairman of the Lakes Authority, Architect Juan Quispe, and others. "+
		"A citizen of Peru Ana Ruiz was freed. The India-flagged ship left the Port of Lima for US$40.", "The chairman of the State Committee for Land Berta Tamm said so.")
	for n, role := range map[string]string{"Kofi Addo": "Commander of the Navy", "Juan Quispe": "Chairman of the Lakes Authority", "Ana Ruiz": "citizen", "Berta Tamm": "chairman"} {
		if !slices.ContainsFunc(e[n].Roles, func(r stemma.Role) bool { return r.Role == role }) {
			t.Errorf("%s is %v, want %s", n, e[n].Roles, role)
		}
	}
	for _, n := range []string{"India-flagged", "United States"} {
		if _, ok := e[n]; ok {
			t.Errorf("%s is a name", n)
		}
	}
	if e["Port of Lima"].Kind != stemma.Place || e["State Committee for Land"].Kind != stemma.Organisation {
		t.Error("a port or a committee is not what it is")
	}
}

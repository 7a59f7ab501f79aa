package entity

import (
	"slices"
	"testing"
)

// What pages put around names: handles, seats, epithets, spaced letters, lines
// of capitals, bodies said in two orders.
func TestPages(t *testing.T) {
	texts := []string{
		"U. S. President Pedro Quispe met Peru’s Ministry of Foreign Affairs on Monday. Sens. Bernard Varo (X-Lima) and Berta Tamm (Y-Cusco) left, said Pedro Quispe. — Berta Tamm (@SenTamm) July 4.",
		"Quispe was tired. Crooked Berta Tamm left, wrote @PedroQuispe. Then @SenTamm left. The Peruvian Foreign Ministry agreed, said Berta Tamm.",
		"Juan Addo said so. He left. Addo was tired, and this went on for long: " + filler + " Addo left. The singer was Ana Addo, said Ana Addo.",
	}
	sc, _ := join(texts...)
	for _, c := range []struct{ id, words, want string }{
		{"a", "Pedro Quispe", "Pedro Quispe"},
		{"a", "U. S. President Pedro Quispe", "Pedro Quispe"},
		{"a", "Bernard Varo", "Bernard Varo"},
		{"a", "X-Lima", ""},
		{"a", "@SenTamm", "Berta Tamm"},
		{"b", "Quispe was", "Pedro Quispe"},
		{"b", "Berta Tamm left", "Berta Tamm"},
		{"b", "@PedroQuispe", "Pedro Quispe"},
		{"b", "@SenTamm", "Berta Tamm"},
		{"c", "Addo left", "Juan Addo"},
	} {
		if got := of(sc, c.id, c.words); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.id, c.words, got, c.want)
		}
	}
	if idOf(sc, "a", "Ministry of Foreign") != idOf(sc, "b", "Foreign Ministry") {
		t.Error("a ministry is two")
	}
}

// TestNobody: what pages seldom take for a person is none, and a seat is no acronym.
func TestNobody(t *testing.T) {
	e := joinParsed("The Lakers met. Few Lakers came. All Lakers voted, and the Lakers left. Then Lakers said no. Sen. Ana Ruiz (R-N.C.) left with them.")
	if x, ok := e["Lakers"]; ok {
		t.Errorf("Lakers are a %s", x.Kind)
	}
	if e["Ana Ruiz"].Kind != "person" {
		t.Errorf("a senator with her seat is a %q", e["Ana Ruiz"].Kind)
	}
}

// TestKindsBeside: what stands beside a name tells what it is.
func TestKindsBeside(t *testing.T) {
	e := joinParsed("Savorne, the company building the dam, said no. The march reached Old Bell, a roundabout in the north. " +
		"UN Secretary-General Ana Ruiz spoke. Bernard Varo (PRC) did not. The Lakes Union Election Observation Mission (LU EOM) left.")
	for name, kind := range map[string]string{"Savorne": "organisation", "Old Bell": "place", "Ana Ruiz": "person", "Bernard Varo": "person"} {
		if e[name].Kind != kind {
			t.Errorf("%s is a %q, want %q", name, e[name].Kind, kind)
		}
	}
	if m := e["Lakes Union Election Observation Mission"]; !slices.Contains(m.Also, "LU EOM") {
		t.Errorf("the mission is also %q", m.Also)
	}
}

// TestHim: of a quotation "he" is not who says it, and nobody is named beside himself.
func TestHim(t *testing.T) {
	for _, c := range []struct{ text, he, want string }{
		{"Juan Quispe met Bernard Varo. \"He is tired,\" Quispe said.", "He is", "Bernard Varo"},
		{"Juan Quispe met Bernard Varo. \"He is tired,\" said Varo.", "He is", "Juan Quispe"},
		{"Juan Quispe met Bernard Varo. He asked Quispe to stay.", "He asked", "Bernard Varo"},
		{"Juan Quispe met Bernard Varo. He asked for tea.", "He asked", "Juan Quispe"},
	} {
		sc, _ := join(c.text)
		if got := of(sc, "a", c.he); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.text, c.he, got, c.want)
		}
	}
}

const filler = "the road was closed, and the river had risen in the night, so that no bus ran and no boat left, and those who had come to the fair in the morning stayed in the school, where there was bread and tea, until the water fell; by noon the road was open again, and by night the school stood empty, but for a dog that nobody knew and that slept on the steps as if it had always lived there, and for two boys who had come to see it and would not go home before it woke."

package entity

import "testing"

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

const filler = "the road was closed, and the river had risen in the night, so that no bus ran and no boat left, and those who had come to the fair in the morning stayed in the school, where there was bread and tea, until the water fell; by noon the road was open again, and by night the school stood empty, but for a dog that nobody knew and that slept on the steps as if it had always lived there, and for two boys who had come to see it and would not go home before it woke."

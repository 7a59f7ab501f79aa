package entity

import "testing"

// "Ms." and "Mrs." are no man, "Mr." no woman: by roles, given names, or how
// others speak of who bears the name in full.
func TestSexes(t *testing.T) {
	texts := []string{
		"Trade Minister Pedro Quispe spoke in Lima on Monday. Ms. Quispe did not, and Miss Quispe left.",
		"Irina Addo said so. Mr. Addo did not, and Mrs. Addo smiled.",
		"Zuk Varo said he won. Mr. Varo was glad. He left. Ms. Varo wept.",
		"Mr. Sela sang, and Mrs. Sela danced. Sela was tired.",
		"The judges Alexander Tamm and Alexandra Tamm met. Judge Alexandra Tamm spoke. She smiled.",
		"The talks went on, said Pedro Luna. Ana Luna said so too. Ms. Luna did not, and Mr. Luna left.",
	}
	sc, _ := join(texts...)
	for _, c := range []struct {
		id, words, full string
		same            bool
	}{
		{"a", "Ms. Quispe", "Pedro Quispe", false},
		{"a", "Miss Quispe", "Pedro Quispe", false},
		{"b", "Mr. Addo", "Irina Addo", false},
		{"b", "Mrs. Addo", "Irina Addo", true},
		{"c", "Mr. Varo", "Zuk Varo", false},
		{"c", "Ms. Varo", "Zuk Varo", false},
		{"d", "Mrs. Sela", "Sela was", false},
		{"d", "Mrs. Sela", "Mr. Sela", false},
		{"e", "Alexandra Tamm", "Alexander Tamm", false},
		{"e", "She", "Alexandra Tamm", true},
		{"f", "Ms. Luna", "Ana Luna", true},
		{"f", "Mr. Luna", "Pedro Luna", true},
	} {
		a, b := of(sc, c.id, c.words), of(sc, c.id, c.full)
		if (idOf(sc, c.id, c.words) == idOf(sc, c.id, c.full)) != c.same {
			t.Errorf("%s: %q is %q, %q is %q: one: %v", c.id, c.words, a, c.full, b, !c.same)
		}
	}
}

package stemma

import "testing"

// TestStorylines holds that a post stands in the storyline of the articles on its
// page, and a page of no story in none.
func TestStorylines(t *testing.T) {
	sc := NewScene([]*Article{{ID: "a", Capture: "c1"}, {ID: "p", Capture: "c1"}, {ID: "b", Capture: "c2"}, {ID: "q", Capture: "c3"}})
	sc.Stories = []Story{{ID: "y1", Articles: []string{"a"}, Storyline: "y1"}, {ID: "y2", Articles: []string{"b"}, Storyline: "y1"}}
	got := sc.Storylines()
	if got["a"] != "y1" || got["p"] != "y1" || got["b"] != "y1" || got["q"] != "" {
		t.Errorf("%v", got)
	}
}

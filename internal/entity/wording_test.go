package entity

import "testing"

// TestReworded holds which names of bodies are one by their words, and where a
// name ends.
func TestReworded(t *testing.T) {
	texts := []string{
		"The Central Committee of Peruvian Doctors said six had died in Lima May 4. The Transitional Election Council denied it. The Election Council met again on Monday. The Supreme Court of Peru adjourned.",
		"Peru's Central Committee of Doctors put the toll at eight in Lima Tuesday. The Undersecretary of the Ministry of Health, Ana Quispe, called it false. The Supreme Court adjourned. The Committee of Doctors repeated it.",
		"The Chartered Institute of Lima Engineers said the bridge had fallen. The Lima Institute of Chartered Surveyors said it had not. The Undersecretary for the Health Ministry, Ana Quispe, said so too.",
	}
	sc, es := join(texts...)
	doctors := idOf(sc, "a", "Central Committee of Peruvian Doctors")
	if doctors == "" || doctors != idOf(sc, "b", "Central Committee of Doctors") || doctors != idOf(sc, "b", "Committee of Doctors repeated") {
		t.Error("the doctors' committee is several")
	}
	if id := idOf(sc, "a", "Transitional Election Council"); id == "" || id != idOf(sc, "a", "Election Council met") {
		t.Error("the election council is two")
	}
	if idOf(sc, "c", "Chartered Institute of Lima Engineers") == idOf(sc, "c", "Lima Institute of Chartered Surveyors") {
		t.Error("two institutes are one")
	}
	for _, e := range es {
		switch e.Name {
		case "Lima May", "Lima Tuesday", "of Health", "for the Health Ministry":
			t.Errorf("%s is a name", e.Name)
		}
	}
}

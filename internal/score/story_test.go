package score

import "testing"

func TestStories(t *testing.T) {
	as, err := ReadECB(data(t, "stories", "ecbplus"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "stories.txt", StoryCard(as))
}

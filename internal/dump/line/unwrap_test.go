package line

import (
	"strings"
	"testing"
)

// TestUnwrap holds that lines broken at a width are joined, though an address
// or a line put in by hand is longer, and that rows and lists are not.
func TestUnwrap(t *testing.T) {
	wrapped := "The ministry of the interior said in a statement that it had sent\n" +
		"forty officers to the port of Sund, where dockers have been on strike\n" +
		"since the first week of May. It did not say how long they would stay.\n" +
		"Dockers told reporters that nobody had come. \"We have seen a car and\n" +
		"two men,\" said Ann Lind, who speaks for the union. She added that the\n" +
		"strike would go on until the company pays what it owes to those whom\n" +
		"it let go in March, among them her brother, and until it says why the\n" +
		"cranes were sold.\n"
	long := "https://harbour.example/2019/05/14/the-ministry-says-it-sent-forty-officers-to-the-port\n"
	list := strings.Repeat("Harbour\nMarkets and money\nWeather\nLetters to the editor\n", 6)
	for _, c := range []struct {
		text string
		want int
	}{
		{wrapped, 1},
		{long + wrapped, 2},
		{list, 24},
	} {
		if got := len(Unwrap(c.text, Split(c.text))); got != c.want {
			t.Errorf("%.40q...: %d lines, want %d", c.text, got, c.want)
		}
	}
}

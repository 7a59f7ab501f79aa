package capture

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/stemma-news/stemma"
)

// agent is how the program names itself to servers.
const agent = "stemma/" + stemma.Version + " (+https://github.com/stemma-news/stemma)"

// fetchTime is how long a page may take to come.
const fetchTime = time.Minute

// maxHops is how many redirects are followed.
const maxHops = 10

// fetch yields the page at an address. It is fetched once, because a person
// named it, as a browser would; links are not followed, so robots.txt, which
// speaks to crawlers, is not asked.
func (w *walker) fetch(address string) error {
	var hops []string
	client := &http.Client{
		Timeout: fetchTime,
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) >= maxHops {
				return fmt.Errorf("it redirects more than %d times", maxHops)
			}
			hops = append(hops, r.URL.String())
			return nil
		},
	}
	req, err := http.NewRequestWithContext(w.ctx, http.MethodGet, address, nil)
	if err != nil {
		return w.skip(address, "it is no address of a page: "+err.Error())
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5")
	at := time.Now().UTC().Truncate(time.Second)
	res, err := client.Do(req)
	if err != nil {
		return w.skip(address, "it cannot be fetched: "+netReason(err))
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return w.skip(address, fmt.Sprintf("the server answers %s", res.Status))
	}
	body, err := atMost(res.Body, w.opts.limit())
	if err != nil {
		return w.skip(address, unpackReason(err))
	}
	c := stemma.Capture{Page: address, URL: res.Request.URL.String(), At: &at, Grade: stemma.GradeArchive}
	others := map[string]int{}
	m := map[string]any{"status": res.StatusCode, "headers": res.Header, "redirects": hops, "fetched_by": agent}
	if err := w.sent(c, body, res.Header.Get("Content-Type"), m, others); err != nil {
		return err
	}
	for what := range others {
		return w.skip(address, "it is no page: the server sends "+what)
	}
	return nil
}

// netReason says why a fetch failed, without the address, which stands beside
// it.
func netReason(err error) string {
	var dns *net.DNSError
	var u *url.Error
	switch {
	case errors.As(err, &dns):
		return "the server " + dns.Name + " is not known (is there a network?)"
	case errors.As(err, &u):
		if u.Timeout() {
			return fmt.Sprintf("the server did not send it within %s", fetchTime)
		}
		return u.Err.Error()
	}
	return err.Error()
}

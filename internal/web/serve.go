package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Server is a record being served.
type Server struct {
	// URL opens it, token included where one is needed.
	URL  string
	http *http.Server
	l    net.Listener
}

// Listen prepares to serve h at addr ("127.0.0.1:8731"; port 0 takes a free
// one). Bound to anything but loopback it asks for a token, a new one where
// token is empty.
func Listen(addr, token string, h http.Handler) (*Server, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("serve: %w", err)
	}
	at := l.Addr().(*net.TCPAddr)
	if !at.IP.IsLoopback() && token == "" {
		token = NewToken()
	}
	host := at.IP.String()
	if at.IP.IsUnspecified() {
		host = "localhost"
	}
	s := &Server{URL: "http://" + net.JoinHostPort(host, fmt.Sprint(at.Port)) + "/", l: l}
	if token != "" {
		s.URL += "?token=" + token
	}
	s.http = &http.Server{
		Handler:           Guard(h, token),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
	}
	return s, nil
}

// Serve answers until ctx is done, then lets answers under way end.
func (s *Server) Serve(ctx context.Context) error {
	done := make(chan error, 1)
	go func() { done <- s.http.Serve(s.l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
		end, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := s.http.Shutdown(end); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("serve: %w", err)
		}
		return nil
	}
}

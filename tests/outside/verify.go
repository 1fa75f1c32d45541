// Reads one case a line from stdin and answers with one line each: yes, or no and why. It knows nothing of this product:
// notes and trees are those of golang.org/x/mod/sumdb.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type testCase struct {
	Kind    string
	Key     string
	Note    string
	Size    int64
	Root    string
	Index   int64
	Entry   string
	Old     int64
	OldRoot string
	Proof   []string
}

func hash(text string) (found tlog.Hash) {
	content, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(content) != tlog.HashSize {
		panic("not a hash: " + text)
	}
	copy(found[:], content)
	return
}

func check(given testCase) error {
	var proof []tlog.Hash
	for _, each := range given.Proof {
		proof = append(proof, hash(each))
	}
	switch given.Kind {
	case "checkpoint":
		key, err := note.NewVerifier(given.Key)
		if err != nil {
			return err
		}
		opened, err := note.Open([]byte(given.Note), note.VerifierList(key))
		if err != nil {
			return err
		}
		var origin, size, root string
		if _, err := fmt.Sscanf(opened.Text, "%s\n%s\n%s\n", &origin, &size, &root); err != nil {
			return err
		}
		if size != fmt.Sprint(given.Size) || root != given.Root {
			return fmt.Errorf("another head")
		}
		return nil
	case "inclusion":
		entry, err := base64.StdEncoding.DecodeString(given.Entry)
		if err != nil {
			return err
		}
		return tlog.CheckRecord(proof, given.Size, hash(given.Root), given.Index, tlog.RecordHash(entry))
	case "consistency":
		return tlog.CheckTree(proof, given.Size, hash(given.Root), given.Old, hash(given.OldRoot))
	}
	return fmt.Errorf("no such kind: %s", given.Kind)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var given testCase
		if err := json.Unmarshal(lines.Bytes(), &given); err != nil {
			panic(err)
		}
		if err := check(given); err != nil {
			fmt.Println("no", err)
		} else {
			fmt.Println("yes")
		}
	}
}

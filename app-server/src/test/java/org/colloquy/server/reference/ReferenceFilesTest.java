package org.colloquy.server.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.core.bibliography.Reference.Author;
import org.colloquy.server.core.bibliography.ReferenceForms.Form;
import org.junit.jupiter.api.Test;

class ReferenceFilesTest {
  private static final Reference PAPER =
      new Reference(
          "lovelace1843notes",
          "article-journal",
          "Notes on 100 % of \u00C4thers & Engines_2",
          List.of(new Author("Lovelace", "Ada"), new Author("M\u00FCller", "Jos\u00E9 K.")),
          "1843",
          "Scientific Memoirs",
          "3",
          "29",
          "666-731",
          "Taylor",
          "10.1234/sm.1843(3)_29",
          "",
          "",
          "https://example.org/a_b");

  private final ReferenceFiles files = new ReferenceFiles();

  @Test
  void readsWhatItWroteInEveryForm() {
    for (var form : Form.values()) {
      var text = files.write(form, List.of(PAPER));
      assertThat(files.read(form, text)).as(text).containsExactly(PAPER);
    }
  }

  @Test
  void readsBibTexOfOthers() {
    var text =
        """
        @string{jcp = "Journal of Cells"}
        @InProceedings{g{\\"o}del, author = "G{\\"o}del, Kurt and van der Berg, Jan and {The Group}",
          title = {On {NP} in \\'Ecole}, booktitle = {Proc. of It}, year = 1931, pages = {1--9},
          doi = {https://doi.org/10.1000/ABC.}, url = {https://arxiv.org/abs/2101.00001v2}}
        """
            .replace("@InProceedings{g{\\\"o}del", "@InProceedings{goedel");
    var read = files.read(Form.BIBTEX, text).getFirst();
    assertThat(read.key()).isEqualTo("goedel");
    assertThat(read.kind()).isEqualTo("paper-conference");
    assertThat(read.title()).isEqualTo("On NP in \u00C9cole");
    assertThat(read.authors().getFirst()).isEqualTo(new Author("G\u00F6del", "Kurt"));
    assertThat(read.authors().get(1)).isEqualTo(new Author("van der Berg", "Jan"));
    assertThat(read.doi()).isEqualTo("10.1000/abc");
    assertThat(read.arxiv()).isEqualTo("2101.00001");
    assertThat(read.year()).isEqualTo("1931");
  }

  @Test
  void nothingThatIsWrittenEndsAnEntryEarly() {
    var sly =
        new Reference(
            "a,b}c\n",
            "book",
            "} @book{other, title={x",
            List.of(new Author("Q", "}\nER  - ")),
            "2000",
            "",
            "",
            "",
            "",
            "",
            "10.1/}{",
            "",
            "",
            "");
    for (var form : Form.values()) {
      assertThat(files.read(form, files.write(form, List.of(sly, PAPER))))
          .as(files.write(form, List.of(sly)))
          .hasSize(2);
    }
  }

  @Test
  void refusesWhatIsNoList() {
    for (var text :
        List.of("@article{", "{".repeat(200_000), "[1, ", "@a{b, c = " + "{".repeat(100_000))) {
      for (var form : List.of(Form.BIBTEX, Form.CSL)) {
        try {
          assertThat(files.read(form, text)).isEmpty();
        } catch (ProblemException e) {
          assertThat(e.problem()).isInstanceOf(org.colloquy.model.Problem.Invalid.class);
        }
      }
    }
    assertThatThrownBy(() -> files.read(Form.CSL, "[{\"id\":"))
        .isInstanceOf(ProblemException.class);
  }
}

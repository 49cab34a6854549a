package org.colloquy.server.reference;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import de.undercouch.citeproc.ris.RISConverter;
import de.undercouch.citeproc.ris.RISReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.core.bibliography.ReferenceForms;
import org.jbibtex.ParseException;

/// Reads references by the library citeproc-java, and writes them.
public final class ReferenceFiles implements ReferenceForms {
  @Override
  public List<Reference> read(Form form, String text) {
    try {
      return references(form, text);
    } catch (IOException | ParseException | RuntimeException | StackOverflowError e) {
      throw new ProblemException(
          new Problem.Invalid("file", "This is not a list of references in this form."), e);
    }
  }

  private static List<Reference> references(Form form, String text)
      throws IOException, ParseException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return switch (form) {
      case BIBTEX -> {
        var converter = new BibTeXConverter();
        var items = converter.toItemData(converter.loadDatabase(bytes)).values();
        yield items.stream().map(CslItems::reference).toList();
      }
      case RIS ->
          new RISConverter()
              .loadLibrary(bytes).getReferences().stream().map(ReferenceFiles::ris).toList();
      case CSL -> cslItems(text).stream().map(CslItems::reference).toList();
    };
  }

  /// Some programs name the journal of an article as its second title.
  private static Reference ris(RISReference said) {
    var reference = CslItems.reference(new RISConverter().toItemData(said));
    var second = said.getSecondaryTitle();
    return second == null
        ? reference
        : reference.filledFrom(Reference.NONE.withContainer(second.strip()));
  }

  private static List<CSLItemData> cslItems(String text) throws IOException {
    var items = new ArrayList<CSLItemData>();
    for (var item : new JsonParser(new JsonLexer(new StringReader(text))).parseArray()) {
      if (item instanceof Map<?, ?> fields) {
        items.add(CSLItemData.fromJson(named(fields)));
      }
    }
    return items;
  }

  private static Map<String, Object> named(Map<?, ?> fields) {
    var named = new java.util.HashMap<String, Object>();
    fields.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  @Override
  public String write(Form form, List<Reference> references) {
    return switch (form) {
      case BIBTEX -> BibTexText.of(references);
      case RIS -> RisText.of(references);
      case CSL -> CslItems.json(references);
    };
  }
}

package org.colloquy.server.tool.paper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.ServiceTool;

/// Looks up papers in one catalogue: a JSON array of title, authors, year, id, DOI, address and
/// abstract.
public final class FindPapers implements ServiceTool {
  private static final String QUERY = "query";
  private static final String MOST = "results";
  private static final int USUAL = 5;
  private static final int LIMIT = 20;
  private static final int LONGEST_SUMMARY = 3_000;
  private static final int MOST_AUTHORS = 20;
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(QUERY, Parameter.Kind.TEXT, "Words to look for."),
          Parameter.optional(
              MOST, Parameter.Kind.INTEGER, "How many, from 1 to 20; 5 if left out."));
  private static final JsonMapper JSON = new JsonMapper();

  private final PaperSource source;

  public FindPapers(PaperSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return "search_" + source.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String description() {
    return "Searches "
        + source.name()
        + " for papers and tells title, authors, year, DOI, address and abstract.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    var query = given.text(QUERY).strip();
    int most = given.integer(MOST, USUAL);
    if (query.isEmpty() || most < 1 || most > LIMIT) {
      throw new ProblemException(new Problem.Invalid(MOST, "There are from 1 to 20 results."));
    }
    var array = JSON.createArrayNode();
    source.find(query, most).forEach(paper -> tell(paper, array.addObject()));
    return array.toPrettyString();
  }

  private static void tell(Paper paper, ObjectNode told) {
    told.put("title", paper.title());
    var authors = told.putArray("authors");
    paper.authors().stream().limit(MOST_AUTHORS).forEach(authors::add);
    told.put("year", paper.year()).put("id", paper.id()).put("doi", paper.doi());
    told.put("address", paper.address());
    told.put("abstract", Words.beginning(paper.summary(), LONGEST_SUMMARY));
  }
}

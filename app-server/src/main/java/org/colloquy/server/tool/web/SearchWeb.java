package org.colloquy.server.tool.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.outbound.RefusedException;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.ServiceTool;

/// Asks a search engine and tells what it names: a JSON array of `title`, `href` and `body`.
public final class SearchWeb implements ServiceTool {
  private static final String QUERY = "query";
  private static final String MOST = "results";
  private static final int USUAL = 3;
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(QUERY, Parameter.Kind.TEXT, "What to search for."),
          Parameter.optional(
              MOST, Parameter.Kind.INTEGER, "How many pages at the most; 3 if left out."));
  private static final JsonMapper JSON = new JsonMapper();

  private final SearchEngine engine;

  public SearchWeb(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "ddg_search";
  }

  @Override
  public String description() {
    return "Searches the internet for pages and tells their titles, addresses and what they say in"
        + " short.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    var query = Query.of(given.text(QUERY));
    int most = given.integer(MOST, USUAL);
    if (query.isEmpty() || most < 1) {
      throw new ProblemException(new Problem.Invalid(QUERY, "There is nothing to search for."));
    }
    return told(search(query), most);
  }

  private List<Hit> search(String query) {
    try {
      return engine.search(query);
    } catch (SearchFailureException e) {
      throw failed(engine.name() + " " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw RefusedException.staysHere(e)
          ? failed("Nothing leaves this machine, so " + engine.name() + " was not asked.", e)
          : failed(engine.name() + " cannot be reached.", e);
    }
  }

  private static ProblemException failed(String why, IOException cause) {
    return new ProblemException(new Problem.Unavailable(why), cause);
  }

  private static String told(List<Hit> hits, int most) {
    var array = JSON.createArrayNode();
    hits.stream()
        .limit(most)
        .forEach(hit ->
            array
                .addObject()
                .put("title", hit.title())
                .put("href", hit.address().toString())
                .put("body", hit.snippet()));
    return array.toPrettyString();
  }
}

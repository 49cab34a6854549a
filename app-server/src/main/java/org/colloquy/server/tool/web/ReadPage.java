package org.colloquy.server.tool.web;

import java.io.IOException;
import java.net.URI;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.outbound.RefusedException;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.Piece;

/// Reads a page of the public web: what it has to say, without its menus.
public final class ReadPage implements Tool {
  private static final String ADDRESS = "address";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(ADDRESS, Parameter.Kind.TEXT, "The page's http or https address."),
          Piece.FROM);

  private final PageFetcher pages;

  public ReadPage(WebClient client) {
    this.pages = new PageFetcher(client);
  }

  @Override
  public String name() {
    return "read_page";
  }

  @Override
  public String description() {
    return "Reads a web page and tells its title and text. A long one comes in pieces.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return false;
  }

  /// An address can say anything to its server.
  @Override
  public Sends sends() {
    return Sends.ANYWHERE;
  }

  @Override
  public boolean bringsStrangersWords() {
    return true;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    var address =
        WebAddress.of(given.text(ADDRESS))
            .orElseThrow(() ->
                new ProblemException(new Problem.Invalid(ADDRESS, "This is no web address.")));
    var page = fetch(address);
    var text =
        page.title() + "\n" + page.address() + "\n\n" + String.join("\n\n", page.paragraphs());
    return Piece.of(text, Piece.from(given));
  }

  private Page fetch(URI address) {
    try {
      return pages.fetch(address);
    } catch (RefusedException e) {
      throw new ProblemException(e.problem(), e);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("This page cannot be read: " + e.getMessage() + "."), e);
    }
  }
}

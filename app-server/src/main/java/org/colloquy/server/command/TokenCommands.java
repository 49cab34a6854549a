package org.colloquy.server.command;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.ApiToken;
import org.colloquy.server.core.identity.ApiTokenId;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.Scope;

/// `tokens ...`: what programs prove themselves with.
public final class TokenCommands {
  private static final int USUAL_DAYS = 30;
  private static final String SCOPES = "It must be some of read,write,keys,account,admin.";

  private final Owner owner;
  private final ApiTokens tokens;

  public TokenCommands(Owner owner, ApiTokens tokens) {
    this.owner = owner;
    this.tokens = tokens;
  }

  Map<Command, Action> actions() {
    return Map.of(
        Command.TOKENS_LIST, this::list,
        Command.TOKENS_ADD, this::add,
        Command.TOKENS_END, this::end);
  }

  private void list(Given given, Consumer<String> say) {
    tokens.all(owner.callerFor(given)).forEach(token -> say.accept(line(token)));
  }

  private void add(Given given, Consumer<String> say) {
    var wish =
        new ApiTokens.Wish(given.get("LABEL"), scopes(given.get("scopes")), given.days(USUAL_DAYS));
    var made = tokens.make(owner.callerFor(given), wish);
    say.accept(made.token());
    say.accept(line(made.entry()));
  }

  private void end(Given given, Consumer<String> say) {
    var id = id(given.get("ID"));
    tokens.revoke(owner.callerFor(given), id);
    say.accept("The token %s is not good any more.".formatted(id));
  }

  private static String line(ApiToken token) {
    var scopes =
        EnumSet.copyOf(token.scopes()).stream().map(Scope::word).collect(Collectors.joining(","));
    return String.join(
        "\t",
        token.id().toString(),
        token.name(),
        scopes,
        "ends in " + token.lastFour(),
        "good until " + token.expiresAt());
  }

  private static Set<Scope> scopes(String words) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : words.split(",", -1)) {
      scopes.add(Scope.named(word.strip()).orElseThrow(() -> invalid("scopes", SCOPES)));
    }
    return scopes;
  }

  private static ApiTokenId id(String text) {
    try {
      return new ApiTokenId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.NotFound("token"), e);
    }
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }
}

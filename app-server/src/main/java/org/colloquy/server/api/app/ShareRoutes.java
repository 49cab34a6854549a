package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.shared.Recipient;
import org.colloquy.server.core.shared.RecipientChoice;
import org.colloquy.server.core.shared.Recipients;
import org.colloquy.server.core.shared.Right;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.shared.ShareId;
import org.colloquy.server.core.shared.Shares;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/conversations/{id}/shares` and `/api/recipients`: whom owners let into their
/// conversations.
public final class ShareRoutes {
  private static final String SHARES = "/api/conversations/{id}/shares";

  private final Shares shares;
  private final Recipients recipients;

  public ShareRoutes(Shares shares, Recipients recipients) {
    this.shares = shares;
    this.recipients = recipients;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", SHARES, Scope.READ, this::list)
        .signedIn("PUT", SHARES, Scope.WRITE, this::put)
        .signedIn("DELETE", SHARES + "/{share}", Scope.WRITE, this::remove)
        .signedIn("GET", "/api/recipients", Scope.READ, this::recipients);
  }

  private void list(Caller caller, Exchange exchange) {
    var found = shares.of(caller, conversation(exchange));
    exchange.reply(new SharesJson(found.stream().map(ShareJson::of).toList()));
  }

  private void put(Caller caller, Exchange exchange) {
    var body = exchange.body(ShareBody.class);
    var share = shares.put(caller, conversation(exchange), body.choice(), body.requiredRight());
    exchange.reply(ShareJson.of(share));
  }

  private void remove(Caller caller, Exchange exchange) {
    shares.remove(caller, conversation(exchange), new ShareId(exchange.id("share", "share")));
    exchange.replyEmpty(204);
  }

  private void recipients(Caller caller, Exchange exchange) {
    var found = recipients.all(caller);
    exchange.reply(new RecipientsJson(found.stream().map(RecipientJson::of).toList()));
  }

  private static ConversationId conversation(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }

  /// One of the three that say with whom, and what they may do.
  record ShareBody(
      @Nullable UUID account,
      @Nullable UUID group,
      @Nullable String username,
      @Nullable String right) {
    RecipientChoice choice() {
      if (Stream.of(account, group, username).filter(given -> given != null).count() != 1) {
        throw new ProblemException(
            new Problem.Invalid("", "Name one of an account, a group and a username."));
      }
      if (account != null) {
        return new RecipientChoice.OfAccount(new AccountId(account));
      }
      return group != null
          ? new RecipientChoice.OfGroup(new GroupId(group))
          : new RecipientChoice.Named(AppBodies.required(username, "username"));
    }

    Right requiredRight() {
      return Stream.of(Right.values())
          .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(right))
          .findFirst()
          .orElseThrow(
              () -> new ProblemException(new Problem.Invalid("right", "It is read or write.")));
    }
  }

  /// An account or a group.
  record RecipientJson(@Nullable UUID account, @Nullable UUID group, String name) {
    static RecipientJson of(Recipient recipient) {
      return switch (recipient) {
        case Recipient.Member(var account, var name) ->
            new RecipientJson(account.value(), null, name);
        case Recipient.Members(var group, var name) -> new RecipientJson(null, group.value(), name);
      };
    }
  }

  record RecipientsJson(List<RecipientJson> recipients) {}

  record ShareJson(
      UUID id,
      @Nullable UUID account,
      @Nullable UUID group,
      String name,
      String right,
      Instant sharedAt) {
    static ShareJson of(Share share) {
      var with = RecipientJson.of(share.with());
      return new ShareJson(
          share.id().value(),
          with.account(),
          with.group(),
          with.name(),
          AppJson.word(share.right()),
          share.sharedAt());
    }
  }

  record SharesJson(List<ShareJson> shares) {}
}

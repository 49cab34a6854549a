package org.colloquy.server.api.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.model.AccountRole;
import org.colloquy.model.AgentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.KeyId;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.identity.AccountAdministration;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.AgentChoice;
import org.colloquy.server.core.turn.ApprovalAnswer;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// What the desktop's own API takes. What a client left out is null until it is asked for.
final class AppBodies {
  private AppBodies() {}

  record SignInBody(@Nullable String username, @Nullable String email, @Nullable String password) {
    String requiredUsername() {
      return required(username, "username");
    }

    String emailOrNone() {
      return orEmpty(email);
    }

    String requiredPassword() {
      return required(password, "password");
    }
  }

  record NewConversationBody(@Nullable String title) {
    String titleOrNone() {
      return orEmpty(title);
    }
  }

  record ErasureBody(@Nullable String username) {
    String requiredUsername() {
      return required(username, "username");
    }
  }

  record BranchBody(@Nullable String message) {
    MessageId through() {
      return new MessageId(id(required(message, "message"), "message"));
    }
  }

  record TurnBody(
      @Nullable String text,
      @Nullable String after,
      @Nullable String again,
      @Nullable String beside,
      @Nullable String instead,
      @JsonProperty("continue") @Nullable String goOn,
      @Nullable String model,
      @Nullable String key,
      @Nullable String agent,
      @Nullable List<@Nullable String> tools,
      @Nullable ParametersJson parameters,
      @Nullable String documents) {
    TurnRequest in(ConversationId conversation) {
      var asked =
          new TurnRequest(conversation, question(), choice(), WhenReaderLeaves.GO_ON)
              .by(answerer())
              .with(namedTools())
              .recalling()
              .asking()
              .titledByModel();
      var request = citesDocuments() ? asked.citing() : asked;
      return parameters == null ? request : request.with(parameters.parameters());
    }

    private boolean citesDocuments() {
      return switch (documents) {
        case null -> true;
        case "on" -> true;
        case "off" -> false;
        default -> throw invalid("documents", "It must be on or off.");
      };
    }

    private AgentChoice answerer() {
      return agent == null
          ? new AgentChoice.AsBefore()
          : new AgentChoice.Chosen(new AgentId(id(agent, "agent")));
    }

    /// The tools that a model may call besides those of its agent.
    private List<String> namedTools() {
      return tools == null ? List.of() : tools.stream().map(String::valueOf).toList();
    }

    /// Whether the answer is the only message at its place, which needs no looking up.
    boolean hasNoSiblings() {
      return Stream.of(after, again, beside, instead, goOn).allMatch(Objects::isNull);
    }

    private Question question() {
      if (again != null) {
        return new Question.Again(new MessageId(id(again, "message")));
      }
      if (beside != null) {
        return new Question.Beside(new MessageId(id(beside, "message")));
      }
      if (goOn != null) {
        return new Question.GoOn(new MessageId(id(goOn, "message")));
      }
      if (instead != null) {
        return new Question.Instead(new MessageId(id(instead, "message")), required(text, "text"));
      }
      return new Question.Said(
          required(text, "text"), after == null ? null : new MessageId(id(after, "message")));
    }

    private ModelChoice choice() {
      if (model == null) {
        return new ModelChoice.Usual();
      }
      return new ModelChoice.Named(
          new ModelId(id(model, "model")), key == null ? null : new KeyId(id(key, "key")));
    }
  }

  record ApprovalBody(@Nullable String call, @Nullable Boolean allow, @Nullable String remember) {
    String requiredCall() {
      return required(call, "call");
    }

    ApprovalAnswer answer() {
      boolean allowed = required(allow, "allow");
      if (remember == null) {
        return allowed ? ApprovalAnswer.ALLOW : ApprovalAnswer.REFUSE;
      }
      if (!remember.equals(allowed ? "always" : "never")) {
        throw invalid("remember", "Always can be allowed, and never refused.");
      }
      return allowed ? ApprovalAnswer.ALLOW_ALWAYS : ApprovalAnswer.REFUSE_ALWAYS;
    }
  }

  record PrivacyBody(@Nullable Boolean staysHere) {
    boolean requiredStaysHere() {
      return required(staysHere, "staysHere");
    }
  }

  record ProviderBody(@Nullable String name, @Nullable String address, @Nullable String kind) {
    String nameOrNone() {
      return orEmpty(name);
    }

    String requiredAddress() {
      return required(address, "address");
    }

    ProviderKind chosenKind() {
      return kind == null
          ? ProviderKind.OPENAI_CHAT
          : constant(ProviderKind.values(), kind, "kind");
    }
  }

  record FetchBody(@Nullable String key) {
    @Nullable KeyId chosenKey() {
      return key == null ? null : new KeyId(id(key, "key"));
    }
  }

  record KeyBody(@Nullable String provider, @Nullable String nickname, @Nullable String secret) {
    ProviderId requiredProvider() {
      return new ProviderId(id(required(provider, "provider"), "provider"));
    }

    String requiredNickname() {
      return required(nickname, "nickname");
    }

    Secret requiredSecret() {
      return Secret.of(required(secret, "secret"));
    }

    /// The secret stays out of logs.
    @Override
    public String toString() {
      return "KeyBody[" + provider + ", " + nickname + "]";
    }
  }

  record AccessBody(@Nullable String role, @Nullable Boolean disabled) {
    AccountAdministration.Change change() {
      return new AccountAdministration.Change(
          role == null ? null : constant(AccountRole.values(), role, "role"), disabled);
    }
  }

  record TokenBody(
      @Nullable String name, @Nullable List<@Nullable String> scopes, @Nullable Integer days) {
    ApiTokens.Wish wish() {
      var wanted = required(scopes, "scopes").stream().map(TokenBody::scope);
      return new ApiTokens.Wish(
          required(name, "name"), wanted.collect(Collectors.toSet()), required(days, "days"));
    }

    private static Scope scope(@Nullable String word) {
      return Scope.named(String.valueOf(word))
          .orElseThrow(() -> invalid("scopes", "There is no such right: " + word + "."));
    }
  }

  static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw invalid(field, "This field is required.");
    }
    return value;
  }

  static <E extends Enum<E>> E constant(E[] constants, String word, String field) {
    return Stream.of(constants)
        .filter(constant -> AppJson.word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> invalid(field, "There is no such " + field + "."));
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  static UUID id(String text, String what) {
    return Exchange.uuid(text).orElseThrow(() -> new ProblemException(new Problem.NotFound(what)));
  }
}

package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.colloquy.desktop.client.ServerAddress.Known;

/// Another server than the program's own: where it is, and the way in. Blocks and fails as
/// [ApiClient] does.
public final class OtherServer {
  private static final int DAYS = 365;

  private OtherServer() {}

  /// The address that somebody typed. Without a scheme it is `http` on this computer, else `https`.
  ///
  /// @return empty when it is none, or one at which everybody on the way could read the token
  public static Optional<URI> at(String typed) {
    var text = typed.strip().replaceAll("/+$", "");
    var host = ProviderEntry.hostOf(text.contains("://") ? text : "http://" + text);
    boolean here = ProviderEntry.isThisComputer(host);
    var whole = text.contains("://") ? text : (here ? "http://" : "https://") + text;
    try {
      var address = URI.create(whole);
      var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean safe = scheme.equals("https") || (scheme.equals("http") && here);
      boolean plain =
          address.getRawPath().isEmpty()
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null;
      return safe && plain && !host.isEmpty() ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Looks whether this token is good there.
  ///
  /// @return the name of its account
  public static String accountOf(Known server) {
    return Wire.text(account(calls(server)), "username");
  }

  /// Signs in, has a token made for this window, and signs out again: the password is not kept.
  public static Known signIn(Known server, String name, String password) {
    var credentials = Wire.object().put("name", name).put("password", password);
    var session = calls(server.with("")).post("/api/sessions", credentials);
    var signedIn = calls(server.with(Wire.text(session, "access")));
    var wish = Wire.object().put("name", "Colloquy window").put("days", DAYS);
    scopes(Wire.text(account(signedIn), "role")).forEach(wish.putArray("scopes")::add);
    var token = Wire.text(signedIn.post("/api/tokens", wish), "token");
    signedIn.delete("/api/sessions/current");
    return server.with(token);
  }

  /// Makes an account there with the code of an invitation, which is good once.
  ///
  /// @param name what it will sign in with
  public static void accept(Known server, String code, String name, String password) {
    var wish = Wire.object().put("code", code).put("username", name).put("password", password);
    calls(server.with("")).post("/api/invitations/accept", wish);
  }

  /// Chooses a new password there with a code of whoever runs it, which is good once.
  ///
  /// @param name of the account, or its e-mail address
  public static void resetPassword(Known server, String name, String code, String password) {
    var wish = Wire.object().put("name", name).put("code", code).put("password", password);
    calls(server.with("")).post("/api/password-resets", wish);
  }

  private static JsonNode account(HttpCalls calls) {
    return calls.get("/api/server").path("account");
  }

  /// All that the role may do.
  private static List<String> scopes(String role) {
    return switch (role) {
      case "owner" -> List.of("read", "write", "keys", "account", "admin");
      case "member" -> List.of("read", "write", "keys", "account");
      default -> List.of("read", "write", "account");
    };
  }

  private static HttpCalls calls(Known server) {
    return ServerAddress.of(server).calls();
  }
}

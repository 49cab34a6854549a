package org.colloquy.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Accounts of the server under test with a key each, and the requests that their streams send.
final class RelayAccounts {
  private static final int ACCOUNTS = 8;
  private static final String PASSWORD = "a long enough password 17";
  private static final String KEY = "benchmark";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private List<Api> accounts = List.of();

  private RelayAccounts(String address) {
    this.address = address;
  }

  /// Registers accounts, signs them in and gives each a key.
  static RelayAccounts make(String address) throws IOException, InterruptedException {
    RelayAccounts made = new RelayAccounts(address);
    for (int number = 0; number < ACCOUNTS; number++) {
      new Api(made.client, address, "")
          .post(
              "/user/register/",
              Map.of(
                  "first_name",
                  "Reader",
                  "last_name",
                  "Number " + number,
                  "username",
                  name(number),
                  "email",
                  name(number) + "@example.org",
                  "password",
                  PASSWORD));
    }
    made.signIn();
    for (Api account : made.accounts) {
      account.post("/chat/addAPIKey/", Map.of("key", "sk-benchmark", "nickname", KEY));
    }
    return made;
  }

  /// Signs in anew, since access does not last for ever.
  void signIn() throws IOException, InterruptedException {
    List<Api> signedIn = new ArrayList<>();
    for (int number = 0; number < ACCOUNTS; number++) {
      Api api = new Api(client, address, "");
      String token =
          api.post("/user/auth/", Map.of("username", name(number), "password", PASSWORD))
              .get("access")
              .asText();
      signedIn.add(api.signedIn(token));
    }
    accounts = signedIn;
  }

  /// One new conversation for each stream, and a message to it through the user chat API.
  List<byte[]> userChat(StreamTarget target, int streams, StreamPlan plan)
      throws IOException, InterruptedException {
    List<byte[]> requests = new ArrayList<>();
    for (int stream = 0; stream < streams; stream++) {
      Api account = accounts.get(stream % ACCOUNTS);
      long conversation =
          account
              .post("/chat/createConversation/", Map.of("title", "Stream " + stream))
              .get("id")
              .asLong();
      Map<String, ?> body =
          Map.of(
              "conversation_id",
              conversation,
              "apikey_nickname",
              KEY,
              "content",
              "Say something. " + plan.directive(),
              "model",
              ProviderWords.MODEL);
      requests.add(target.post("/chat/sendMessage/", account.token(), Api.json(body)));
    }
    return requests;
  }

  /// One new conversation for each stream, and a turn in it through the desktop's own API.
  List<byte[]> app(StreamTarget target, int streams, StreamPlan plan)
      throws IOException, InterruptedException {
    String model = accounts.getFirst().fakeModel();
    List<byte[]> requests = new ArrayList<>();
    for (int stream = 0; stream < streams; stream++) {
      Api account = accounts.get(stream % ACCOUNTS);
      String conversation =
          account
              .post("/api/conversations", Map.of("title", "Stream " + stream))
              .get("id")
              .asText();
      Map<String, ?> body = Map.of("text", "Say something. " + plan.directive(), "model", model);
      String path = "/api/conversations/" + conversation + "/turns";
      requests.add(target.post(path, account.token(), Api.json(body)));
    }
    return requests;
  }

  private static String name(int number) {
    return "reader" + number;
  }
}

package org.colloquy.server;

import java.io.IOException;

/// Somebody who has an account at a server of its own process.
final class Newcomer {
  private static final String LOGIN =
      "\"username\":\"olenor\",\"password\":\"oleSterktPassord123\"";

  private Newcomer() {}

  /// Makes the account, and signs in.
  ///
  /// @return the token
  static String joins(ServerProcess server) throws IOException, InterruptedException {
    server.post(
        "/user/register/",
        "",
        """
        {%s,"first_name":"Ole","last_name":"Normann","email":"ole@example.org",
         "country":"","affiliation":"","position":"","field_of_study":""}
        """
            .formatted(LOGIN));
    return signsIn(server);
  }

  /// Signs in with an account that was made before.
  ///
  /// @return the token
  static String signsIn(ServerProcess server) throws IOException, InterruptedException {
    var answer = server.post("/user/auth/", "", "{" + LOGIN + "}");
    return TestClient.field(answer.body(), "access");
  }
}

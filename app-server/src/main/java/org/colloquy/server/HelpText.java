package org.colloquy.server;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.command.CommandLine;
import org.colloquy.server.config.Setting;

/// What `--help` prints.
final class HelpText {
  private HelpText() {}

  static String text() {
    var settings =
        Stream.of(Setting.values())
            .map(setting ->
                "  --%s %s%n      %s; %s in the environment"
                    .formatted(
                        setting.argument(), setting.takes(), setting.means(), setting.variable()))
            .collect(Collectors.joining("\n"));
    return """
    Colloquy: chat for researchers.

      colloquy                  open the window; its server runs in the same process
      colloquy FILE [OPTION]    the same, and show what a file of conversations has
      colloquy serve [OPTION]   run the server without a window
      colloquy config check [OPTION]
                                print every setting, where it was said, and what is wrong
      colloquy verify-audit [--expect HASH] [OPTION]
                                check the audit log while the server does not run, and print its
                                last hash; with HASH, also whether that earlier one is still in it
      colloquy rotate-key [--to keychain|file|passphrase] [OPTION]
                                seal the stored API keys with a new key, and put that there
      colloquy encrypt-database [OPTION]
      colloquy decrypt-database [OPTION]
                                encrypt the database file, or take that back
      colloquy move --to ADDRESS [OPTION]
      colloquy move --from ADDRESS [OPTION]
                                move the database from the data folder to a PostgreSQL server that
                                has an empty one, or from there into the folder

    These work on a folder that nobody uses, and through the server (not the window) that runs in it:

    %s

      colloquy --version        print the version
      colloquy --help           print this

    Options, also as `name = value` in colloquy.properties in the data folder:

    %s

    COLLOQUY_PASSPHRASE and COLLOQUY_NEW_PASSPHRASE in the environment are passphrases, too.
    OPENAI_API_KEY in the environment is a key for OpenAI for the local owner.
    COLLOQUY_SEARCH_KEY in the environment, or search-key in colloquy.properties, is the key
    for searching with Tavily or Brave.
    COLLOQUY_DB_PASSWORD in the environment, or db-password in colloquy.properties, is the password
    for the PostgreSQL server.
    AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or contents-key and
    contents-secret in colloquy.properties, are the access key for the bucket of --contents.
    The data folder is %s unless said otherwise.\
    """
        .formatted(CommandLine.help(), settings, ChatServer.usualFolder());
  }
}

package org.colloquy.server.config;

import org.colloquy.server.core.provider.KnownProviders;

/// The settings by name: `--port` as an argument, `COLLOQUY_PORT` in the environment, `port` in the
/// file.
public enum Setting {
  DATA("data", "COLLOQUY_DATA", "FOLDER", "", "where everything is kept"),
  PORT("port", "COLLOQUY_PORT", "PORT", "8000", "the port to listen on, 0 for any free one"),
  ALLOW_ORIGIN(
      "allow-origin",
      "COLLOQUY_ALLOW_ORIGIN",
      "ORIGIN|userchat|chatrest|agents",
      "",
      "web pages of this origin may call the server, or those of the web client that is known for"
          + " this API; may be given several times"),
  SHARE(
      "share",
      "COLLOQUY_SHARE",
      "[yes|no]",
      "no",
      "whether others on the network may reach the server, encrypted; what was chosen in the window"
          + " holds where nobody says yes"),
  SHARE_PORT(
      "share-port",
      "COLLOQUY_SHARE_PORT",
      "PORT",
      Integer.toString(SharingConfig.DEFAULT_PORT),
      "the port for others on the network, 0 for any free one"),
  HOST(
      "host",
      "COLLOQUY_HOST",
      "ADDRESS",
      "",
      "the one address of this machine to listen on for others; without it, all of them"),
  ALLOW_HOST(
      "allow-host",
      "COLLOQUY_ALLOW_HOST",
      "NAME[:PORT]",
      "",
      "the server may be called by this name as well, with its own port or this one; may be given"
          + " several times"),
  OPENAI_ADDRESS(
      "openai-address",
      "OPENAI_BASE_URL",
      "ADDRESS",
      KnownProviders.OPENAI.address(),
      "where OpenAI, or what stands in for it, is reached"),
  LEAVING(
      "when-reader-leaves",
      "COLLOQUY_WHEN_READER_LEAVES",
      "stop|go-on",
      "stop",
      "what becomes of an answer of the user chat, chats or agents API when its reader goes away"),
  SYSTEM_MESSAGES(
      "system-messages",
      "COLLOQUY_SYSTEM_MESSAGES",
      "shown|hidden",
      "shown",
      "whether the user chat API shows system messages"),
  ANSWERS_AT_ONCE(
      "answers-at-once",
      "COLLOQUY_ANSWERS_AT_ONCE",
      "NUMBER",
      "32",
      "how many answers one account may be given at the same time"),
  LARGEST_FILE(
      "largest-file",
      "COLLOQUY_LARGEST_FILE",
      "MEBIBYTES",
      "256",
      "the largest file that may be uploaded"),
  ACCOUNT_FILES(
      "account-files",
      "COLLOQUY_ACCOUNT_FILES",
      "MEBIBYTES",
      "20480",
      "what all files of one account may have together"),
  SEARCH_ENGINE(
      "search-engine",
      "COLLOQUY_SEARCH_ENGINE",
      "duckduckgo|searxng|tavily|brave|none",
      "duckduckgo",
      "who searches the internet when that is asked for"),
  SEARCH_ADDRESS(
      "search-address",
      "COLLOQUY_SEARCH_ADDRESS",
      "ADDRESS",
      "",
      "where the search engine is reached; searxng needs it"),
  LOCAL_SERVERS(
      "local-servers",
      "COLLOQUY_LOCAL_SERVERS",
      "look|no",
      "look",
      "whether Ollama, LM Studio and llama.cpp are looked for on this computer at the start"),
  SHUTDOWN_WAIT(
      "shutdown-wait",
      "COLLOQUY_SHUTDOWN_WAIT",
      "SECONDS",
      "20",
      "how long running answers may go on after the server was told to end"),
  LOG_FORMAT(
      "log-format",
      "COLLOQUY_LOG_FORMAT",
      "text|json",
      "text",
      "lines for people, or an object of JSON in each"),
  TRACE_TO(
      "trace-to",
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      "ADDRESS",
      "",
      "the collector of OpenTelemetry that is told how long requests and answers take"),
  DB(
      "db",
      "COLLOQUY_DB",
      "jdbc:postgresql://HOST/DATABASE?user=USER",
      "",
      "the PostgreSQL server that keeps the database, instead of a file in the data folder"),
  DB_PASSWORD_FILE(
      "db-password-file",
      "COLLOQUY_DB_PASSWORD_FILE",
      "FILE",
      "",
      "its first line is the password for that server"),
  SHARED_FOLDER(
      "shared-folder",
      "COLLOQUY_SHARED_FOLDER",
      "FOLDER",
      "",
      "several servers with this folder and the same database work together; contents of files are"
          + " kept in it"),
  CONTENTS(
      "contents",
      "COLLOQUY_CONTENTS",
      "s3://BUCKET/PREFIX?endpoint=ADDRESS&region=REGION",
      "",
      "the bucket of S3-compatible storage that keeps contents of files, instead of a folder"),
  KEY_FILE(
      "key-file",
      "COLLOQUY_KEY_FILE",
      "FILE",
      "",
      "the file with the key that opens the stored API keys"),
  PASSPHRASE_FILE(
      "passphrase-file",
      "COLLOQUY_PASSPHRASE_FILE",
      "FILE",
      "",
      "its first line is the passphrase that protects that key"),
  NEW_PASSPHRASE_FILE(
      "new-passphrase-file",
      "COLLOQUY_NEW_PASSPHRASE_FILE",
      "FILE",
      "",
      "its first line is the passphrase from now on, for rotate-key");

  private final String argument;
  private final String variable;
  private final String takes;
  private final String usual;
  private final String means;

  Setting(String argument, String variable, String takes, String usual, String means) {
    this.argument = argument;
    this.variable = variable;
    this.takes = takes;
    this.usual = usual;
    this.means = means;
  }

  /// Its name as an argument and in the file.
  public String argument() {
    return argument;
  }

  /// Its name in the environment.
  public String variable() {
    return variable;
  }

  /// The form of its value.
  public String takes() {
    return takes;
  }

  /// Its value when nobody says another one; empty when there is none, or it depends on the system.
  String usual() {
    return usual;
  }

  /// What it does, in a few words, and what holds if nobody says anything.
  public String means() {
    return usual.isEmpty() ? means : means + " (default " + usual + ")";
  }
}

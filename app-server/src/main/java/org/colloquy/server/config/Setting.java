package org.colloquy.server.config;

/// The settings by name: `--port` as an argument, `COLLOQUY_PORT` in the environment, `port` in the
/// file.
public enum Setting {
  DATA("data", "COLLOQUY_DATA", "FOLDER", "where everything is kept"),
  PORT("port", "COLLOQUY_PORT", "PORT", "the port to listen on, 0 for any free one (default 8000)"),
  ALLOW_ORIGIN(
      "allow-origin",
      "COLLOQUY_ALLOW_ORIGIN",
      "ORIGIN|userchat|chatrest|agents",
      "web pages of this origin may call the server, or those of the web client that is known for"
          + " this API; may be given several times"),
  OPENAI_ADDRESS(
      "openai-address",
      "OPENAI_BASE_URL",
      "ADDRESS",
      "where OpenAI, or what stands in for it, is reached"),
  LEAVING(
      "when-reader-leaves",
      "COLLOQUY_WHEN_READER_LEAVES",
      "stop|go-on",
      "what becomes of an answer of the user chat, chats or agents API when its reader goes"
          + " away"
          + " (default stop)"),
  SYSTEM_MESSAGES(
      "system-messages",
      "COLLOQUY_SYSTEM_MESSAGES",
      "shown|hidden",
      "whether the user chat API shows system messages (default shown)"),
  ANSWERS_AT_ONCE(
      "answers-at-once",
      "COLLOQUY_ANSWERS_AT_ONCE",
      "NUMBER",
      "how many answers one account may be given at the same time (default 32)"),
  LARGEST_FILE(
      "largest-file",
      "COLLOQUY_LARGEST_FILE",
      "MEBIBYTES",
      "the largest file that may be uploaded (default 256)"),
  ACCOUNT_FILES(
      "account-files",
      "COLLOQUY_ACCOUNT_FILES",
      "MEBIBYTES",
      "what all files of one account may have together (default 20480)"),
  SEARCH_ENGINE(
      "search-engine",
      "COLLOQUY_SEARCH_ENGINE",
      "duckduckgo|searxng|tavily|brave|none",
      "who searches the internet when that is asked for (default duckduckgo)"),
  SEARCH_ADDRESS(
      "search-address",
      "COLLOQUY_SEARCH_ADDRESS",
      "ADDRESS",
      "where the search engine is reached; searxng needs it"),
  LOCAL_SERVERS(
      "local-servers",
      "COLLOQUY_LOCAL_SERVERS",
      "look|no",
      "whether Ollama, LM Studio and llama.cpp are looked for on this computer at the start"
          + " (default look)"),
  KEY_FILE(
      "key-file",
      "COLLOQUY_KEY_FILE",
      "FILE",
      "the file with the key that opens the stored API keys"),
  PASSPHRASE_FILE(
      "passphrase-file",
      "COLLOQUY_PASSPHRASE_FILE",
      "FILE",
      "its first line is the passphrase that protects that key"),
  NEW_PASSPHRASE_FILE(
      "new-passphrase-file",
      "COLLOQUY_NEW_PASSPHRASE_FILE",
      "FILE",
      "its first line is the passphrase from now on, for rotate-key");

  private final String argument;
  private final String variable;
  private final String takes;
  private final String means;

  Setting(String argument, String variable, String takes, String means) {
    this.argument = argument;
    this.variable = variable;
    this.takes = takes;
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

  /// What it does, in a few words.
  public String means() {
    return means;
  }
}

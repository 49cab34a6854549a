package org.colloquy.server.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The commands by name, with what they take. What stands in brackets may be left out.
public enum Command {
  USERS_LIST("users list", "", "everybody: name, role, whether they are disabled, e-mail address"),
  USERS_ADD(
      "users add",
      "NAME --email ADDRESS [--role owner|member|guest] [--password-file FILE]",
      "make an account, usually of a member; without a file the password is asked for"),
  USERS_INVITE(
      "users invite",
      "[--role owner|member|guest] [--days DAYS]",
      "print a code with which somebody makes an account, once; 7 days unless said otherwise"),
  USERS_ROLE("users role", "NAME ROLE", "make somebody owner, member or guest"),
  USERS_DISABLE("users disable", "NAME", "shut somebody out, from this moment on"),
  USERS_ENABLE("users enable", "NAME", "let them in again"),
  USERS_RESET("users reset", "NAME", "print a code with which they choose a new password, once"),
  GROUPS_LIST("groups list", "", "all groups with the names of their members"),
  GROUPS_ADD("groups add", "GROUP", "make a group"),
  GROUPS_REMOVE("groups remove", "GROUP", "remove a group with its quota, not its members"),
  GROUPS_JOIN("groups join", "GROUP NAME", "put somebody into a group"),
  GROUPS_LEAVE("groups leave", "GROUP NAME", "take somebody out of a group"),
  QUOTAS_LIST("quotas list", "", "all quotas and how far they are used"),
  QUOTAS_SET(
      "quotas set",
      "[--user NAME] [--group GROUP] [--tokens-per-day TOKENS] [--tokens-per-month TOKENS]"
          + " [--cost-per-day DOLLARS] [--cost-per-month DOLLARS]",
      "limit what may be asked of models, of each account that has no quota unless said otherwise"),
  QUOTAS_REMOVE("quotas remove", "[--user NAME] [--group GROUP]", "limit it no more"),
  TOKENS_LIST("tokens list", "[--user NAME]", "the tokens for programs, of the owner or NAME"),
  TOKENS_ADD(
      "tokens add",
      "LABEL --scopes SCOPES [--days DAYS] [--user NAME]",
      "print a new token, once; SCOPES of read,write,keys,account,admin; 30 days unless said"
          + " otherwise"),
  TOKENS_END("tokens end", "ID [--user NAME]", "end a token, from this moment on"),
  BACKUP("backup", "FILE", "write everything into a zip file"),
  RESTORE(
      "restore",
      "FILE [--old-to FOLDER]",
      "put a backup into the data folder, which no server uses; what is there moves to FOLDER"),
  VERIFY("verify", "", "look whether the database, all files and the audit log are in order"),
  IMPORT(
      "import", "FILE [--user NAME]", "take over conversations from a file, for the owner or NAME"),
  EXPORT(
      "export",
      "FILE --format markdown|html|pdf|json [--conversation ID] [--branches shown|all]"
          + " [--user NAME] [--replace]",
      "write conversations of the owner or NAME into a zip file if FILE ends in .zip, else a"
          + " folder; with ID that one into a file"),
  SHARING_SHOW(
      "sharing show",
      "",
      "where others on the network reach this server, and how they recognise it"),
  SHARING_ON("sharing on", "", "let others on the network reach this server, now and from now on"),
  SHARING_OFF("sharing off", "", "let nobody else on the network reach this server any more"),
  RETENTION_RUN("retention run", "", "delete now what the trash and the folders keep no longer");

  /// The operand that names a file.
  static final String FILE = "FILE";

  /// The option that names a file with a password in its first line.
  public static final String PASSWORD_FILE = "password-file";

  private static final Pattern OPTION = Pattern.compile("--([a-z-]+) [^ \\]]+");

  private static final Pattern FLAG = Pattern.compile("\\[--([a-z-]+)]");

  private final String words;
  private final String takes;
  private final String means;

  Command(String words, String takes, String means) {
    this.words = words;
    this.takes = takes;
    this.means = means;
  }

  /// As it is typed, such as `users add`.
  public String words() {
    return words;
  }

  /// The command and what follows it.
  public String usage() {
    return (words + " " + takes).strip();
  }

  /// What it does, in a few words.
  public String means() {
    return means;
  }

  /// Whether it takes a password.
  public boolean takesPassword() {
    return options().contains(PASSWORD_FILE);
  }

  /// What must follow, in this order.
  List<String> operands() {
    var left = needed().replaceAll(OPTION.pattern(), "").strip();
    return left.isEmpty() ? List.of() : List.of(left.split(" +"));
  }

  /// The names of all options, without dashes.
  List<String> options() {
    return names(OPTION, takes);
  }

  /// The names of all options that have no value, without dashes.
  List<String> flags() {
    return names(FLAG, takes);
  }

  /// The names of those options that must be there.
  List<String> required() {
    return names(OPTION, needed());
  }

  private String needed() {
    return takes.replaceAll("\\[[^\\]]*\\]", "");
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /// The command of these words; empty when there is none.
  static Optional<Command> named(String words) {
    return Stream.of(values()).filter(command -> command.words.equals(words)).findFirst();
  }
}

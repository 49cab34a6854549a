package org.colloquy.server.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/// How an H2 database is reached.
///
/// @param url without options
/// @param filePassword of an encrypted file; empty for one that is not
record H2Address(String url, String filePassword) {
  /// For a database that is not encrypted.
  static H2Address plain(String url) {
    return new H2Address(url, "");
  }

  Connection connect(String user, String options) throws SQLException {
    return DriverManager.getConnection(full(options), user, password());
  }

  /// The same for libraries that want to connect themselves.
  JdbcDataSource source(String user, String options) {
    var source = new JdbcDataSource();
    source.setURL(full(options));
    source.setUser(user);
    source.setPassword(password());
    return source;
  }

  private String full(String options) {
    return filePassword.isEmpty() ? url + options : url + ";CIPHER=AES" + options;
  }

  /// H2 wants the file's password and the user's, which is empty, with a blank between them.
  private String password() {
    return filePassword.isEmpty() ? "" : filePassword + " ";
  }

  @Override
  public String toString() {
    return url;
  }
}

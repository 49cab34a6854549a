package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.provider.Sharing;

/// With whom keys are shared, in the columns of their table.
final class SharedKeys {
  /// Holds for keys of those who may share theirs.
  private static final String OF_OWNERS =
      "api_key.owner_id in (select id from account where role = 'OWNER' and not disabled)";

  /// Holds for keys that others may have models asked with.
  static final String WITH_OTHERS = "api_key.shared_with <> 'NOBODY' and " + OF_OWNERS;

  /// Holds for keys of others that the account `:account` may have models asked with.
  static final String WITH_ACCOUNT =
      OF_OWNERS
          + " and "
          + """
          api_key.owner_id <> :account
          and (api_key.shared_with = 'EVERYBODY' or (api_key.shared_with = 'GROUP'
            and api_key.shared_group_id in
              (select group_id from group_member where account_id = :account)))
          """;

  private SharedKeys() {}

  static String word(Sharing sharing) {
    return switch (sharing) {
      case Sharing.WithNobody() -> "NOBODY";
      case Sharing.WithEverybody() -> "EVERYBODY";
      case Sharing.WithGroup _ -> "GROUP";
    };
  }

  static Sharing sharing(ResultSet row) throws SQLException {
    var group = Columns.idOrNull(row, "shared_group_id");
    if (group != null) {
      return new Sharing.WithGroup(new GroupId(group));
    }
    return row.getString("shared_with").equals("EVERYBODY")
        ? new Sharing.WithEverybody()
        : new Sharing.WithNobody();
  }
}

package org.colloquy.server.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Tells failures of the database itself from failures of the work.
final class H2Faults {
  private static final Set<Integer> FAULTS =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OUT_OF_MEMORY,
          ErrorCode.FILE_NOT_FOUND_1,
          ErrorCode.DEADLOCK_1);

  private H2Faults() {}

  /// Whether the database has to be opened again after this. A deadlock counts: H2 then has undone
  /// the whole group.
  static boolean isFault(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if ((cause instanceof SQLException sql && FAULTS.contains(sql.getErrorCode()))
          || cause instanceof MVStoreException) {
        return true;
      }
    }
    return false;
  }

  /// What happened to a file, as the end of a sentence about it.
  static String reason(Throwable fault) {
    if (isDiskFull(fault)) {
      return "cannot be written: the disk is full";
    }
    return switch (errorCode(fault)) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "is in use by another program";
      case ErrorCode.WRONG_USER_OR_PASSWORD -> "was not made by Colloquy";
      case ErrorCode.FILE_ENCRYPTION_ERROR_1 -> "does not open with the password kept for it";
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1, ErrorCode.FILE_VERSION_ERROR_1 ->
          "is damaged; put it back from a copy";
      default -> "cannot be read or written";
    };
  }

  static boolean isDiskFull(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && isAboutSpace(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }

  /// The words of Linux and macOS, of a quota, and of Windows.
  private static boolean isAboutSpace(@Nullable String message) {
    return message != null
        && (message.contains("No space left")
            || message.contains("Disk quota exceeded")
            || message.contains("not enough space on the disk"));
  }

  private static int errorCode(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
        return sql.getErrorCode();
      }
    }
    return 0;
  }
}

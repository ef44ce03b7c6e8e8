package org.aidledger.api.fuzz;

import java.util.List;

/** Values that have broken other programs. */
final class Nasty {

    static final List<String> UNICODE =
            List.of(
                    "\u202e王芳",
                    "e\u0301\u0323",
                    "\ud840\udf0e\ud83d\ude00",
                    "\ufeffP-1",
                    "a\u2028b",
                    "\ufdfa".repeat(50),
                    "I\u0130\u0131",
                    "Ｐ－１",
                    "\uffff",
                    "\ud800",
                    "\udc00\ud800",
                    "١٢٣");

    static final List<String> CONTROL =
            List.of(
                    "\u0001",
                    "a\u001fb",
                    "\u007f",
                    "a\u0085b",
                    "\u200b",
                    "x\r\nSet-Cookie: a=b",
                    "a\tb",
                    "\u001b[31m",
                    "\b",
                    "\f");

    static final List<String> NUMBERS =
            List.of(
                    "1e400",
                    "1E+2147483647",
                    "1e-2147483648",
                    "-0",
                    "-1",
                    "-2",
                    "0",
                    "0x10",
                    "2147483648",
                    "-2147483649",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "999999999999999999",
                    "92233720368547758.07",
                    "99999999999999999999999999999999",
                    "NaN",
                    "-Infinity",
                    "1.0000000000000000001",
                    "0.000001",
                    "0000000001",
                    "1_000",
                    "+1",
                    "1.",
                    ".5",
                    "9".repeat(2000),
                    "1e1000000000");

    static final List<String> DATES =
            List.of(
                    "2024-02-30",
                    "0000-00-00",
                    "0000-01-01",
                    "0001-01-01",
                    "9999-12-31",
                    "+999999999-12-31",
                    "-999999999-01-01",
                    "2024-06-30T25:00:00Z",
                    "2024-06-30T23:59:60Z",
                    "9999-12-31T23:59:59.999999999Z",
                    "0000-01-01T00:00:00Z",
                    "-1000000000-01-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "2024-06-30T00:00:00+18:00",
                    "2024-06-30T00:00:00+18:01",
                    "2024-06-30T00:00:00.0000000001Z",
                    "2024-06-30@",
                    "@",
                    "2024-06-30@9999-12-31T23:59:59Z",
                    "9999-12-31@0000-01-01T00:00:00Z",
                    "2024-W01-1",
                    "1949-12-31",
                    "2100-01-01",
                    "٢٠٢٤-٠٦-٣٠");

    static final List<String> PATHS =
            List.of(
                    "../../etc/passwd",
                    "..",
                    ".",
                    "..%2f..%2f",
                    "..;/",
                    "/etc/passwd",
                    "C:\\windows",
                    "%2e%2e/",
                    "\\..\\..\\",
                    "a/b",
                    "fuzz-1;jsessionid=1",
                    "file:///etc/passwd",
                    "//example.org",
                    "a//b",
                    "x001/x234/067.p/17",
                    "0/000.p/1",
                    "x999/x999/999.p/255",
                    "000");

    static final List<String> TEMPLATES =
            List.of(
                    "' or 1=1 --",
                    "a'; drop table ledger.events; --",
                    "${jndi:ldap://127.0.0.1:1/a}",
                    "#{7*7}",
                    "${7*7}",
                    "{{7*7}}",
                    "{fund}",
                    "{0}",
                    "<script>alert(1)</script>",
                    "=1+1|' /C calc'!A0",
                    "\\",
                    "\\u0000",
                    "%",
                    "%s%n%d",
                    "_",
                    "$1",
                    "?",
                    "*",
                    "[",
                    "(a+)+$",
                    "null",
                    "undefined",
                    "true",
                    ":",
                    "::",
                    "CASH:",
                    "CASH:HELD:",
                    "tender:",
                    "whole",
                    ",",
                    "a,b",
                    "\"");

    static final List<String> JSON =
            List.of(
                    "null",
                    "true",
                    "12",
                    "-1.5",
                    "1e400",
                    "\"text\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "[null,null,\"a\",\"a\"]",
                    "{\"a\":null}",
                    "[{}]",
                    "{\"\":{\"\":[]}}",
                    "99999999999999999999");

    static final List<String> ACCEPT =
            List.of(
                    "application/xml",
                    "*/*",
                    "text/csv",
                    "application/json",
                    "application/x-ndjson",
                    "application/problem+json",
                    "text/event-stream",
                    "text/html",
                    "application/zip",
                    "",
                    "*",
                    "a",
                    "/",
                    ";;",
                    "application/json;q=2",
                    "text/csv;charset=nonsense",
                    "application/json,".repeat(300) + "*/*");

    static final List<String> CONTENT_TYPES =
            List.of(
                    "application/json",
                    "application/json;charset=UTF-16",
                    "application/json;charset=nonsense",
                    "application/x-ndjson",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/xml",
                    "text/xml",
                    "text/csv",
                    "text/plain",
                    "application/octet-stream",
                    "application/zip",
                    "application/merge-patch+json",
                    "",
                    "no type at all",
                    "/",
                    "*/*",
                    "application/*");

    static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "DELETE",
                    "PATCH",
                    "OPTIONS",
                    "TRACE",
                    "PROPFIND",
                    "FROB");

    static final List<String> ADDRESS_TAILS =
            List.of(
                    "%",
                    "%zz",
                    "%00",
                    "%c0%ae",
                    "%ff",
                    "/",
                    "//",
                    ";a=b",
                    "?",
                    "?%",
                    "?=",
                    "?&&",
                    "?a=%zz",
                    "?a=%ff",
                    "#x",
                    "\"",
                    "|",
                    "{",
                    "\\",
                    "?a[]=b",
                    "^",
                    "%2f",
                    "%5c",
                    "?asOf=%00");

    static final List<String> HEADERS =
            List.of(
                    "Prefer",
                    "Idempotency-Key",
                    "Last-Event-ID",
                    "If-None-Match",
                    "If-Modified-Since",
                    "Range",
                    "Expect",
                    "Cookie",
                    "Origin",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Prefix",
                    "X-HTTP-Method-Override",
                    "Accept-Language",
                    "Accept-Charset",
                    "Content-Encoding",
                    "Upgrade",
                    "Forwarded");

    static final List<String> SIGN_INS =
            List.of(
                    "Bearer",
                    "Bearer ",
                    "Bearer aidl_x",
                    "Bearer a.b.c",
                    "Bearer eyJhbGciOiJub25lIn0.e30.",
                    "Bearer " + "x".repeat(5000),
                    "Bearer \u00e9\u00ff",
                    "Basic",
                    "Basic !!!!",
                    "Basic Og==",
                    "Basic YTpi",
                    "Basic " + "QUFB".repeat(1500),
                    "Digest x",
                    "Bearer a b",
                    "bearer aidl_",
                    "");

    static final List<byte[]> NOT_UTF8 =
            List.of(
                    new byte[] {(byte) 0xff},
                    new byte[] {(byte) 0xc0, (byte) 0x80},
                    new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                    new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                    new byte[] {(byte) 0xe4},
                    new byte[] {(byte) 0xfe, (byte) 0xff},
                    new byte[] {0},
                    new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});

    private Nasty() {}
}

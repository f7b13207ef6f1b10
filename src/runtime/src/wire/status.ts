/**
 * Status codes by class (IANA's registry and those in wide use), for contracts that declare `4XX` or `default`. Generated
 * types take away from them what is declared otherwise, so that `switch (result.status)` narrows.
 */
export type InformationalStatus = 100 | 101 | 102 | 103 | 104
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
export type RedirectionStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308
export type ClientErrorStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451
  | 499
export type ServerErrorStatus =
  | 500
  | 501
  | 502
  | 503
  | 504
  | 505
  | 506
  | 507
  | 508
  | 510
  | 511
  | 520
  | 521
  | 522
  | 523
  | 524
export type HttpStatus = InformationalStatus | SuccessStatus | RedirectionStatus | ClientErrorStatus | ServerErrorStatus

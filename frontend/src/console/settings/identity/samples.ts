/** Examples of signing, each whole and short. */

export interface Sample {
  name: string;
  code: string;
}

const lines = (...all: string[]): string => all.join("\n");

export const SAMPLES: readonly Sample[] = [
  {
    name: "Node.js",
    code: lines(
      'import jwt from "jsonwebtoken"; // npm install jsonwebtoken',
      "",
      "const token = jwt.sign(",
      "  { sub: String(user.id), email: user.email, name: user.name },",
      "  process.env.BATON_IDENTITY_SECRET,",
      '  { algorithm: "HS256", expiresIn: "5m" },',
      ");",
    ),
  },
  {
    name: "Python",
    code: lines(
      "import os, time",
      "import jwt  # pip install pyjwt",
      "",
      "token = jwt.encode(",
      '    {"sub": str(user.id), "email": user.email, "name": user.name, "exp": int(time.time()) + 300},',
      '    os.environ["BATON_IDENTITY_SECRET"],',
      '    algorithm="HS256",',
      ")",
    ),
  },
  {
    name: "PHP",
    code: lines(
      "use Firebase\\JWT\\JWT; // composer require firebase/php-jwt",
      "",
      "$token = JWT::encode(",
      "    ['sub' => (string) $user->id, 'email' => $user->email, 'name' => $user->name, 'exp' => time() + 300],",
      "    getenv('BATON_IDENTITY_SECRET'),",
      "    'HS256',",
      ");",
    ),
  },
  {
    name: "Ruby",
    code: lines(
      'require "jwt" # gem install jwt',
      "",
      "token = JWT.encode(",
      "  { sub: user.id.to_s, email: user.email, name: user.name, exp: Time.now.to_i + 300 },",
      '  ENV.fetch("BATON_IDENTITY_SECRET"),',
      '  "HS256",',
      ")",
    ),
  },
  {
    name: "Go",
    code: lines(
      "// go get github.com/golang-jwt/jwt/v5",
      "claims := jwt.MapClaims{",
      '    "sub": user.ID, "email": user.Email, "name": user.Name,',
      '    "exp": time.Now().Add(5 * time.Minute).Unix(),',
      "}",
      "token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).",
      '    SignedString([]byte(os.Getenv("BATON_IDENTITY_SECRET")))',
    ),
  },
];

export const PAGE = lines(
  'window.addEventListener("baton:ready", () => {',
  "  baton.identify(async () => {",
  '    const answer = await fetch("/your-own/baton-token");',
  "    return answer.text();",
  "  });",
  "});",
  "",
  "// when the customer signs out:",
  "baton.reset();",
);

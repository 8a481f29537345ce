import { render } from "preact";

const place = document.getElementById("baton-widget");
if (place) render(<p>Baton</p>, place);
